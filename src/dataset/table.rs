//! A table, and its files.

use std::sync::Arc;

use super::Format;
use crate::date::Date;
use crate::model::{Citation, Federation};

/// What parts the values of a list in a cell of CSV.
const BAR: &str = "|";

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nobody says.
    Empty,
    /// Words, an id, a date.
    Text(String),
    /// A number, in digits.
    Number(String),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    List(Vec<String>),
}

/// Rows under columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// The names of the columns, those of the keys of the content where there is one.
    pub columns: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// The columns of a fact's source.
pub(super) const SOURCE: [&str; 4] = ["source_title", "source_publisher", "source_date", "source_url"];

/// The columns of a profile's sources, in one order.
pub(super) const SOURCES: [&str; 2] = ["source_titles", "source_urls"];

impl Table {
    /// A table of rows, each with a cell for each column.
    pub(super) fn new(columns: &[&[&'static str]], rows: Vec<Vec<Cell>>) -> Self {
        Self { columns: columns.concat(), rows }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The file of a format.
    #[must_use]
    pub fn file(&self, format: Format) -> String {
        match format {
            Format::Csv => self.csv(),
            Format::Json => self.json(),
        }
    }

    fn csv(&self) -> String {
        let header = self.columns.iter().map(|column| (*column).to_owned()).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::plain).collect::<Vec<String>>());
        let line = |cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            format!("{}\r\n", cells.join(","))
        };
        std::iter::once(header).chain(rows).map(line).collect()
    }

    /// An object a line, so that two files can be compared line by line.
    fn json(&self) -> String {
        let object = |row: &Vec<Cell>| {
            let pairs = self.columns.iter().zip(row);
            let pairs: Vec<String> =
                pairs.map(|(column, cell)| format!("{}:{}", text(column), cell.json())).collect();
            format!("{{{}}}", pairs.join(","))
        };
        let objects: Vec<String> = self.rows.iter().map(object).collect();
        format!("[\n{}\n]\n", objects.join(",\n"))
    }
}

impl Cell {
    pub(super) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    pub(super) fn maybe(words: Option<&Arc<str>>) -> Self {
        words.map_or(Self::Empty, |words| Self::text(&**words))
    }

    pub(super) fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, |date| Self::Text(date.machine()))
    }

    pub(super) fn list<'a>(words: impl IntoIterator<Item = &'a Arc<str>>) -> Self {
        Self::List(words.into_iter().map(ToString::to_string).collect())
    }

    /// The cells of [`SOURCE`].
    pub(super) fn source(federation: &Federation, citation: Option<&Citation>) -> Vec<Self> {
        let Some(publication) = citation.and_then(|citation| federation.publication(citation)) else {
            return vec![Self::Empty; SOURCE.len()];
        };
        vec![
            Self::text(&*publication.title),
            Self::maybe(publication.publisher.as_ref()),
            Self::date(publication.date),
            Self::maybe(publication.url.as_ref()),
        ]
    }

    /// The cells of [`SOURCES`]: those out by the federation's day.
    pub(super) fn sources(federation: &Federation, citations: &[Citation]) -> Vec<Self> {
        let publications = citations.iter().filter_map(|citation| federation.publication(citation));
        let is_out = |date: Option<Date>| date.is_none_or(|date| date.first <= federation.today());
        let (titles, urls) = publications
            .filter(|publication| is_out(publication.date))
            .map(|publication| {
                (publication.title.to_string(), publication.url.as_deref().unwrap_or("").into())
            })
            .unzip();
        vec![Self::List(titles), Self::List(urls)]
    }

    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) | Self::Number(words) => words.clone(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(words) => words.join(BAR),
        }
    }

    fn json(&self) -> String {
        match self {
            Self::Empty => "null".to_owned(),
            Self::Text(words) => text(words),
            Self::Number(digits) => digits.clone(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(words) => {
                let words: Vec<String> = words.iter().map(|words| text(words)).collect();
                format!("[{}]", words.join(","))
            }
        }
    }
}

/// A cell of CSV: between quotes where it holds a sign of the format.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A text of JSON.
fn text(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_format_are_kept_apart_from_words() {
        let cells = vec![
            Cell::Text("a, \"b\"\nc".to_owned()),
            Cell::Empty,
            Cell::Flag(true),
            Cell::Number("1.5".to_owned()),
            Cell::List(vec!["d".to_owned(), "é".to_owned()]),
        ];
        let table = Table::new(&[&["one", "two"], &["three", "four", "five"]], vec![cells]);
        let csv = "one,two,three,four,five\r\n\"a, \"\"b\"\"\nc\",,true,1.5,d|é\r\n";
        assert_eq!(table.file(Format::Csv), csv);
        let json = "[\n{\"one\":\"a, \\\"b\\\"\\nc\",\"two\":null,\"three\":true,\"four\":1.5,\"five\":[\"d\",\"é\"]}\n]\n";
        assert_eq!(table.file(Format::Json), json);
    }
}
