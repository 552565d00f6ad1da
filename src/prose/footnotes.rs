//! Notes: numbered by their first call, gathered at the end, each with a way back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::block::push_html;
use super::{Part, Words};
use crate::typography::escape;

/// The notes of a text.
pub(super) struct Footnotes<H> {
    /// The names of notes in the order of their first calls, with how often each was called.
    called: Vec<(String, usize)>,
    defined: BTreeMap<String, Vec<Part<H>>>,
}

impl<H> Default for Footnotes<H> {
    fn default() -> Self {
        Self { called: Vec::new(), defined: BTreeMap::new() }
    }
}

impl<H> Footnotes<H> {
    /// The call of a note, as HTML.
    pub(super) fn call(&mut self, name: &str) -> String {
        let index = self.called.iter().position(|(called, _)| called == name).unwrap_or_else(|| {
            self.called.push((name.to_owned(), 0));
            self.called.len() - 1
        });
        let number = index + 1;
        let times = self.called.get_mut(index).map_or(1, |(_, times)| {
            *times += 1;
            *times
        });
        let id = call_id(number, times);
        format!("<sup class=\"call\"><a id=\"{id}\" href=\"#note-{number}\">{number}</a></sup>")
    }

    /// Keeps the text of a note; of two texts of one name, the first.
    pub(super) fn define(&mut self, name: String, text: Vec<Part<H>>) {
        self.defined.entry(name).or_insert(text);
    }

    /// Adds the list of notes that were called.
    pub(super) fn finish(mut self, out: &mut Vec<Part<H>>, words: &Words<'_>) {
        if self.called.is_empty() {
            return;
        }
        let heading = escape(words.notes);
        push_html(out, &format!("<section class=\"notes\"><h2 id=\"notes\">{heading}</h2>\n<ol>\n"));
        for (index, (name, times)) in self.called.iter().enumerate() {
            let number = index + 1;
            push_html(out, &format!("<li id=\"note-{number}\">"));
            let mut note = self.defined.remove(name).unwrap_or_default();
            add_ways_back(&mut note, &ways_back(number, *times, words));
            for part in note {
                match part {
                    Part::Html(html) => push_html(out, &html),
                    hole @ Part::Hole(_) => out.push(hole),
                }
            }
            push_html(out, "</li>\n");
        }
        push_html(out, "</ol></section>\n");
    }
}

/// A link to each call of a note.
fn ways_back(number: usize, times: usize, words: &Words<'_>) -> String {
    let back = escape(words.back).replace("{number}", &number.to_string());
    let mut links = String::new();
    for time in 1..=times {
        let id = call_id(number, time);
        // Writing to a String cannot fail.
        let _ = write!(links, " <a href=\"#{id}\" aria-label=\"{back}\">↩</a>");
    }
    links
}

/// Puts the ways back at the end of the note's last paragraph, where the reader's eye is; after a
/// list or a table, at the end.
fn add_ways_back<H>(note: &mut Vec<Part<H>>, links: &str) {
    if let Some(Part::Html(html)) = note.last_mut()
        && let Some(before) = html.strip_suffix("</p>\n").map(str::len)
    {
        html.insert_str(before, links);
        return;
    }
    push_html(note, links.trim_start());
}

fn call_id(number: usize, times: usize) -> String {
    if times == 1 { format!("call-{number}") } else { format!("call-{number}-{times}") }
}
