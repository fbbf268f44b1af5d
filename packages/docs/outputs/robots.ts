/**
 * Every robot may read everything: pages that searches should leave out say so themselves.
 *
 * @param sitemap the address of the sitemap, where the site has an address
 */
export const renderRobots = (sitemap?: string): string =>
  `User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ""}`;
