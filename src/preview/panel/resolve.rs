//! Addresses as pages and style sheets write them, made into addresses from the site's root.

/// The address from the root of what a page or style sheet at `base` names; nothing for what is of
/// another site, or has a scheme.
pub(super) fn resolve(base: &str, address: &str) -> Option<String> {
    let address = address.trim();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    if path.starts_with("//") || path.contains('\\') || has_scheme(path) {
        return None;
    }
    let base = base.split(['?', '#']).next().unwrap_or("");
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match path {
        "" => base.to_owned(),
        path if path.starts_with('/') => path.to_owned(),
        path => format!("{folder}/{path}"),
    };
    Some(without_dots(&whole) + rest)
}

/// Whether an address begins with a scheme: `https:`, `mailto:`.
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/'))
}

fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        parts.push("");
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_from_where_they_stand() {
        let from = |address| resolve("/actualites/2026/a/", address);
        assert_eq!(from("b.png").as_deref(), Some("/actualites/2026/a/b.png"));
        assert_eq!(from("../b/?x#y").as_deref(), Some("/actualites/2026/b/?x#y"));
        assert_eq!(from("../../../../..").as_deref(), Some("/"));
        assert_eq!(from("/b").as_deref(), Some("/b"));
        assert_eq!(from("#c").as_deref(), Some("/actualites/2026/a/#c"));
        for other in ["https://a.example/", "//a.example/", "javascript:a()", "mailto:a@b.example", "/\\a"] {
            assert_eq!(from(other), None, "{other}");
        }
    }
}
