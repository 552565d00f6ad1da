//! Directives in a text: `{{figure: images-et-reseaux/projects-funded}}`.

use std::ops::Range;

/// One directive, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive<'a> {
    /// Its bytes in the text it was found in, braces included.
    pub range: Range<usize>,
    /// What it is called.
    pub name: &'a str,
    /// What follows the colon, before any option.
    pub argument: &'a str,
    /// `key=value`, in order.
    pub options: Vec<(&'a str, &'a str)>,
}

/// The first directive of a text, from an offset on.
#[must_use]
pub fn find(text: &str, from: usize) -> Option<Directive<'_>> {
    let rest = text.as_bytes().get(from..)?;
    // Most texts hold no brace at all.
    let start = from + memchr::memchr_iter(b'{', rest).find(|at| rest.get(at + 1) == Some(&b'{'))?;
    let inside_start = start + 2;
    let length = text.get(inside_start..)?.find("}}")?;
    let inside = text.get(inside_start..inside_start + length)?;
    let (name, rest) = inside.split_once(':').unwrap_or((inside, ""));
    let mut words = rest.split_whitespace();
    let argument = words.clone().next().filter(|word| !word.contains('=')).unwrap_or("");
    if !argument.is_empty() {
        words.next();
    }
    let options = words.filter_map(|word| word.split_once('=')).collect();
    let range = start..inside_start + length + 2;
    Some(Directive { range, name: name.trim(), argument, options })
}

/// The entry and metric of a figure's argument: `images-et-reseaux/projects-funded`.
#[must_use]
pub fn figure_argument(argument: &str) -> Option<(&str, &str)> {
    argument.split_once('/').filter(|(entity, metric)| !entity.is_empty() && !metric.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_found_with_their_parts() {
        let text = "Soit {{figure: tes/members as_of=2018}} membres {{x}}";
        let first = find(text, 0).expect("a directive");
        assert_eq!(&text[first.range.clone()], "{{figure: tes/members as_of=2018}}");
        assert_eq!((first.name, first.argument), ("figure", "tes/members"));
        assert_eq!(first.options, [("as_of", "2018")]);
        assert_eq!(find(text, first.range.end).map(|next| next.name), Some("x"));
        assert_eq!(find("{{ pas fini", 0), None);
    }
}
