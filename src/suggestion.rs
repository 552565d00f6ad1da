//! The nearest of several names to one that was not found.

/// What is longer than this, in bytes, is no slip of a name: comparing it would take long.
const LONGEST: usize = 500;

/// The candidate that a writer most likely meant, or none that is near enough.
///
/// Ties go to the first in alphabetical order, so that a message never depends on file order.
#[must_use]
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST {
        return None;
    }
    let folded = fold(written);
    let allowed = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&folded, &fold(candidate), allowed), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many letters may differ in the last part of a path or address: in more, another file is meant.
const MOST_IN_PATH: usize = 3;

/// The path or address that a writer most likely meant, by its last part: the folders before it are
/// alike in all, and would make any two look near.
#[must_use]
pub fn nearest_path<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if last_part(written).is_empty() || written.len() > LONGEST {
        return None;
    }
    let (folded, last) = (fold(written), fold(last_part(written)));
    let allowed = (last.chars().count() / 3).clamp(1, MOST_IN_PATH);
    candidates
        .into_iter()
        .map(|candidate| (distance(&last, &fold(last_part(candidate)), allowed), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .map(|(distance, it)| (distance, strsim::damerau_levenshtein(&folded, &fold(it)), it))
        .min()
        .map(|(.., candidate)| candidate)
}

fn last_part(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

/// Without case or accents, and with one kind of separator, as people misspell names.
fn fold(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase().replace(['_', ' '], "-")
}

fn distance(written: &str, candidate: &str, allowed: usize) -> usize {
    if candidate.len().abs_diff(written.len()) > allowed {
        // A name left unfinished is as near as a letter wrong: `images` for `images-et-reseaux`.
        let is_beginning = written.len() >= 4 && candidate.starts_with(written);
        return if is_beginning { 1 } else { usize::MAX };
    }
    strsim::damerau_levenshtein(written, candidate)
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_path};

    #[test]
    fn a_path_is_near_by_its_last_part() {
        let paths = ["/actualites/2023/labels/", "/en/poles/tes/", "/poles/tes/", "/"];
        assert_eq!(nearest_path("/poles/tes", paths), Some("/poles/tes/"));
        assert_eq!(nearest_path("/actualites/2026/noel/", paths), None);
        assert_eq!(nearest_path("/actualites/2024/labels/", paths), Some("/actualites/2023/labels/"));
        assert_eq!(nearest_path("", paths), None);
        assert_eq!(nearest_path("content/logo.svg", ["content/photo.jpg"]), None);
    }

    #[test]
    fn the_nearest_name_is_found_and_nothing_far() {
        let names = ["bretagne", "normandie", "images-et-reseaux"];
        assert_eq!(nearest("bretagn", names), Some("bretagne"));
        assert_eq!(nearest("Brétagne", names), Some("bretagne"));
        assert_eq!(nearest("images", names), Some("images-et-reseaux"));
        assert_eq!(nearest("corse", names), None);
        assert_eq!(nearest("", names), None);
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
