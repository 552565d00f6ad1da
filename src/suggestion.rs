//! The nearest of several names to one that was not found.

/// The candidate that a writer most likely meant, or none that is near enough.
///
/// Ties go to the first in alphabetical order, so that a message never depends on file order.
#[must_use]
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(written);
    let allowed = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&folded, &fold(candidate), allowed), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
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
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_and_nothing_far() {
        let names = ["bretagne", "normandie", "images-et-reseaux"];
        assert_eq!(nearest("bretagn", names), Some("bretagne"));
        assert_eq!(nearest("Brétagne", names), Some("bretagne"));
        assert_eq!(nearest("images", names), Some("images-et-reseaux"));
        assert_eq!(nearest("corse", names), None);
        assert_eq!(nearest("", names), None);
    }
}
