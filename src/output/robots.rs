//! `robots.txt`: everything may be read, and where the list of addresses is.

pub(super) fn robots(site: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {site}/sitemap.xml\n").into_bytes()
}
