//! The elements of a page and the files that a browser asks for with it, from its HTML alone.

use std::collections::BTreeSet;

use crate::html::{self, Tag, Token};

/// What a page is made of.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its elements, as a browser makes them; of drawings, the outermost alone.
    pub(super) elements: usize,
    /// The addresses of its files, each once.
    pub(super) files: BTreeSet<String>,
}

impl Page {
    pub(super) fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut implied = Implied::default();
        // The element whose inside does not count, and how deep in elements of its name.
        let mut closed: Option<(&str, usize)> = None;
        let tokens = html::read(html);
        for token in &tokens {
            match (token, &mut closed) {
                (Token::Open(tag), Some((name, depth))) => *depth += usize::from(tag.name == *name),
                (Token::Close(tag), Some((name, depth))) if tag == name => {
                    *depth -= 1;
                    if *depth == 0 {
                        closed = None;
                    }
                }
                (Token::Open(tag), None) => {
                    page.elements += 1 + implied.open(&tag.name);
                    page.files.extend(file(tag).map(str::to_owned));
                    if is_opaque(&tag.name) && !tag.closes_itself {
                        closed = Some((&tag.name, 1));
                    }
                }
                (Token::Close(name), None) => implied.close(name),
                _ => {}
            }
        }
        page.elements += implied.missing();
        page
    }
}

/// Whether what stands inside is no element of the page: drawings by the method, the others because
/// a browser that runs scripts makes none of it.
fn is_opaque(name: &str) -> bool {
    matches!(name, "svg" | "noscript" | "template")
}

/// The file that an element makes a browser ask for.
fn file(tag: &Tag) -> Option<&str> {
    let address = match tag.name.as_str() {
        "img" | "script" | "iframe" | "embed" | "audio" | "source" | "track" => tag.get("src"),
        "video" => tag.get("src").or_else(|| tag.get("poster")),
        "object" => tag.get("data"),
        "link" if ["stylesheet", "preload", "modulepreload"].iter().any(|rel| tag.has_word("rel", rel)) => {
            tag.get("href")
        }
        _ => None,
    };
    let address = address.map(|address| address.split('#').next().unwrap_or("").trim());
    address.filter(|address| !address.is_empty() && !address.starts_with("data:"))
}

/// Elements that a browser makes though the page does not write them.
#[derive(Default)]
struct Implied {
    has_html: bool,
    has_head: bool,
    has_body: bool,
    /// For each open table, whether a section of rows is open.
    tables: Vec<bool>,
}

impl Implied {
    /// How many elements are made before this one.
    fn open(&mut self, name: &str) -> usize {
        match name {
            "html" => self.has_html = true,
            "head" => self.has_head = true,
            "body" => self.has_body = true,
            "table" => self.tables.push(false),
            "thead" | "tbody" | "tfoot" => self.section(true),
            "tr" if self.tables.last() == Some(&false) => {
                self.section(true);
                return 1;
            }
            _ => {}
        }
        0
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => drop(self.tables.pop()),
            "thead" | "tbody" | "tfoot" => self.section(false),
            _ => {}
        }
    }

    fn section(&mut self, is_open: bool) {
        if let Some(table) = self.tables.last_mut() {
            *table = is_open;
        }
    }

    fn missing(&self) -> usize {
        [self.has_html, self.has_head, self.has_body].iter().filter(|is_there| !**is_there).count()
    }
}
