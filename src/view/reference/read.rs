//! Reads declarations of views: names, comments and types, as `rustfmt` writes them.

use super::{Field, Shape, Value};

/// The types that are numbers.
const NUMBERS: [&str; 5] = ["usize", "i64", "i16", "u32", "f64"];

/// The views that a source declares: what it serialises.
pub(super) fn shapes(source: &str) -> Vec<(String, Shape)> {
    let mut shapes = Vec::new();
    let mut lines = source.lines();
    let (mut words, mut is_view) = (Vec::new(), false);
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("/// ") {
            words.push(comment);
        } else if line.starts_with("#[") {
            is_view |= line.contains("Serialize");
        } else {
            if let Some((name, is_choice)) = declared(line).filter(|_| is_view) {
                let fields = fields(lines.by_ref().take_while(|line| *line != "}"));
                shapes.push((name.to_owned(), Shape { words: words.join(" "), fields, is_choice }));
            }
            words.clear();
            is_view = false;
        }
    }
    shapes
}

/// The name that a line declares, and whether what follows is a choice.
fn declared(line: &str) -> Option<(&str, bool)> {
    let rest = line.strip_suffix(" {")?;
    let structure = rest.strip_prefix("pub struct ").map(|name| (name, false));
    structure.or_else(|| rest.strip_prefix("pub enum ").map(|name| (name, true)))
}

fn fields<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut words = Vec::new();
    for line in lines.map(str::trim) {
        if let Some(comment) = line.strip_prefix("/// ") {
            words.push(comment);
        } else if let Some((name, value)) = line.strip_suffix(',').and_then(field) {
            fields.push(Field { name, words: words.join(" "), value });
            words.clear();
        }
    }
    fields
}

/// `pub name: String`, `Post(Box<PostView>)` or `NotFound`.
fn field(line: &str) -> Option<(String, Value)> {
    if let Some((name, written)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
        return Some((name.to_owned(), value(written)));
    }
    let (name, written) = line.split_once('(').unwrap_or((line, "String"));
    let is_name = name.starts_with(|first: char| first.is_ascii_uppercase());
    is_name.then(|| (in_words(name, '_'), value(written.strip_suffix(')').unwrap_or(written))))
}

/// What a type of the source is to a template.
fn value(written: &str) -> Value {
    let within = |wrapper: &str| written.strip_prefix(wrapper)?.strip_suffix('>').map(value);
    if let Some(inner) = within("Box<").or_else(|| within("Prepared<")) {
        return inner;
    }
    if let Some(inner) = within("Vec<") {
        return Value::List(Box::new(inner));
    }
    if let Some(inner) = within("Option<") {
        return Value::Maybe(Box::new(inner));
    }
    match written {
        "String" | "&'static str" => Value::Text,
        "Language" => Value::Language,
        "bool" => Value::Truth,
        "(i64, i64)" => Value::Pair,
        number if NUMBERS.contains(&number) => Value::Number,
        view => Value::View(view.to_owned()),
    }
}

/// `OpenData` as `open_data`, or parted by another sign.
pub(super) fn in_words(name: &str, sign: char) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(sign);
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}
