//! Several names in one message: three at most, and a count of the others.

use crate::locale::Wording;
use crate::wording;

/// How many names a message holds before it only counts.
const SHOWN: usize = 3;

/// « `a`, `b` et `c` », « `a`, `b`, `c` et 9 autres ».
pub(super) fn three_and_count<'a>(names: impl IntoIterator<Item = &'a str>) -> Wording {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let (shown, others) = names.split_at(names.len().min(SHOWN));
    let told = shown.join(", ");
    match (others.len(), shown.split_last()) {
        (0, Some((last, before))) if !before.is_empty() => {
            let before = before.join(", ");
            wording!("{before} et {last}", "{before} and {last}")
        }
        (0, _) => wording!("{told}", "{told}"),
        (1, _) => wording!("{told} et 1 autre", "{told} and 1 other"),
        (count, _) => wording!("{told} et {count} autres", "{told} and {count} others"),
    }
}

/// The same in English with no count in it: « `a`, `b`, `c` and others ».
pub(super) fn three_and_others<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter().map(|name| format!("`{name}`"));
    let shown: Vec<String> = names.by_ref().take(SHOWN).collect();
    let others = if names.next().is_some() { " and others" } else { "" };
    format!("{}{others}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::three_and_count;

    #[test]
    fn three_names_are_told_and_the_others_counted() {
        let french = |names: &[&str]| three_and_count(names.iter().copied()).french;
        assert_eq!(french(&["a"]), "`a`");
        assert_eq!(french(&["a", "b"]), "`a` et `b`");
        assert_eq!(french(&["a", "b", "c"]), "`a`, `b` et `c`");
        assert_eq!(french(&["a", "b", "c", "d"]), "`a`, `b`, `c` et 1 autre");
        assert_eq!(french(&["a", "b", "c", "d", "e"]), "`a`, `b`, `c` et 2 autres");
    }
}
