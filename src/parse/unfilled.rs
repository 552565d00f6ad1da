//! Marks that stand for what is still to be filled in, in texts that grappe drafted for their writers.

/// How a mark begins that stands for what is still to be filled in: a bracket closes it, or a colon comes
/// before what is wanted.
const MARKS: [&str; 2] = ["[à compléter", "[to be completed"];

/// Where a text says that something is still to be filled in.
pub fn each_mark(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    text.match_indices('[').filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let inside = MARKS.iter().find_map(|mark| rest.strip_prefix(mark))?;
        let end = inside.find(']')?;
        // A space may part the colon from the words before it, as French has it.
        let is_mark = end == 0 || inside.trim_start_matches([' ', '\u{A0}', '\u{202F}']).starts_with(':');
        is_mark.then(|| at..at + rest.len() - inside.len() + end + 1)
    })
}
