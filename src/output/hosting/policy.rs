//! What browsers may do with the site's pages: the headers of security.

use super::Header;
use crate::html::inline::InlineBlocks;

/// What pages may use of a machine: nothing. Only names that browsers know, for the others fill their
/// consoles with warnings.
const REFUSED: [&str; 16] = [
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// A year: browsers that came by HTTPS once come by it ever after. Other names of the domain are not the
/// site's to decide on.
const ONLY_HTTPS: &str = "max-age=31536000";

/// A drawing opened on its own runs no script and gets nothing, and may have its own styles: without them,
/// some browsers do not show it as it is in pages either.
pub(super) const OF_DRAWINGS: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// The headers of every answer.
pub(super) fn headers(is_https: bool) -> Vec<Header> {
    let refused: Vec<String> = REFUSED.iter().map(|name| format!("{name}=()")).collect();
    let mut headers = vec![
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", refused.join(", ")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ];
    if is_https {
        headers.push(("Strict-Transport-Security", ONLY_HTTPS.to_owned()));
    }
    headers
}

/// The policy of pages: their own files, what stands in them by its hash, and nothing else.
pub(super) fn of_pages(blocks: &InlineBlocks) -> String {
    let own = |kind: &str, hashes: Vec<String>| format!("{kind} 'self'{}", hashes.concat());
    let quoted = |hash: &String| format!(" '{hash}'");
    let directives = [
        "default-src 'none'".to_owned(),
        own("script-src", blocks.scripts.iter().map(quoted).collect()),
        own("style-src", blocks.styles.iter().map(quoted).collect()),
        own("img-src", Vec::new()),
        own("font-src", Vec::new()),
        // Search reads its index.
        own("connect-src", Vec::new()),
        own("form-action", Vec::new()),
        "base-uri 'none'".to_owned(),
        "frame-ancestors 'none'".to_owned(),
    ];
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::tree::Tree;

    #[test]
    fn a_policy_allows_the_blocks_of_its_pages() {
        let plain = of_pages(&InlineBlocks::default());
        assert!(plain.contains("script-src 'self'; style-src 'self';"), "{plain}");
        let page = "<script>1</script><style>a{}</style>";
        let of_page = of_pages(&InlineBlocks::of(&Tree::read(page)));
        assert!(
            of_page.contains("script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"),
            "{of_page}"
        );
        assert!(!of_page.contains("unsafe"));
    }

    #[test]
    fn only_a_site_by_https_asks_for_it_ever_after() {
        let has_it =
            |is_https| headers(is_https).iter().any(|(name, _)| *name == "Strict-Transport-Security");
        assert!(has_it(true) && !has_it(false));
    }
}
