//! The address that opens a place in the writer's editor.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::source::{FilePath, Position};

/// That of Visual Studio Code, which most editors derived from it understand.
const USUAL: &str = "vscode://file{file}:{line}:{column}";

/// What a path keeps as it is in an address, in its query too.
const KEPT: AsciiSet =
    NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

/// How places are opened.
#[derive(Clone, Debug)]
pub struct Editor {
    pattern: String,
    /// The site's folder, encoded, with a slash at both ends.
    folder: String,
}

impl Editor {
    /// The editor of the configuration, or the usual one. `site` is the whole path of the site's folder.
    #[must_use]
    pub fn new(pattern: Option<&str>, site: &str) -> Self {
        let path = site.replace('\\', "/");
        let folder = format!("/{}/", path.trim_matches('/'));
        let folder = utf8_percent_encode(&folder, &KEPT).to_string();
        Self { pattern: pattern.unwrap_or(USUAL).to_owned(), folder: folder.replace("//", "/") }
    }

    /// The address of a place.
    #[must_use]
    pub fn address(&self, file: &FilePath, at: Position) -> String {
        let file = format!("{}{}", self.folder, utf8_percent_encode(file.as_str(), &KEPT));
        self.pattern
            .replace("{line}", &at.line.to_string())
            .replace("{column}", &at.column.to_string())
            .replace("{file}", &file)
    }

    /// The address of a file's beginning.
    #[must_use]
    pub fn top(&self, file: &FilePath) -> String {
        self.address(file, Position { line: 1, column: 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_opened_wherever_the_site_lies() {
        let at = Position { line: 3, column: 7 };
        let file = FilePath::new("content/pôles/a b&c.md");
        let address = Editor::new(None, "/home/Zoé/site").address(&file, at);
        assert_eq!(address, "vscode://file/home/Zo%C3%A9/site/content/p%C3%B4les/a%20b%26c.md:3:7");
        let address =
            Editor::new(Some("idea://open?file={file}&line={line}"), "C:\\site\\").address(&file, at);
        assert_eq!(address, "idea://open?file=/C:/site/content/p%C3%B4les/a%20b%26c.md&line=3");
    }

    #[test]
    fn a_file_named_as_a_slot_fills_none() {
        let file = FilePath::new("{line}.md");
        assert_eq!(Editor::new(None, "/").top(&file), "vscode://file/%7Bline%7D.md:1:1");
    }
}
