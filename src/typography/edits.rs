//! The changes that rules ask for, and the text once they are made.

use super::escape::escape_into;

/// What the changed text is for.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// HTML: escaped, with `<sup>` around what is raised.
    Html,
    /// A text without tags.
    Plain,
}

/// One change: the `len` bytes from `at` become `with`.
struct Edit {
    at: usize,
    len: usize,
    with: &'static str,
    raised: bool,
}

impl Edit {
    const fn end(&self) -> usize {
        self.at + self.len
    }
}

/// An edit kept for later, by its rank.
pub(super) struct Slot(usize);

/// Changes in the order of the text, none over another.
#[derive(Default)]
pub(super) struct Edits {
    list: Vec<Edit>,
}

impl Edits {
    /// Replaces `len` bytes from `at`, unless an earlier rule already changed them:
    /// in `« ? »` the first space belongs to the guillemet.
    pub(super) fn replace(&mut self, at: usize, len: usize, with: &'static str) {
        self.push(Edit { at, len, with, raised: false });
    }

    /// Replaces `len` bytes from `at` by a superscript.
    pub(super) fn raise(&mut self, at: usize, len: usize, with: &'static str) {
        self.push(Edit { at, len, with, raised: true });
    }

    /// Keeps a place at `at` for an edit that depends on what follows; left so, it does nothing.
    pub(super) fn hold(&mut self, at: usize) -> Slot {
        self.replace(at, 0, "");
        Slot(self.list.len().saturating_sub(1))
    }

    /// Makes of a place kept the replacement of `len` bytes.
    pub(super) fn fill(&mut self, slot: &Slot, len: usize, with: &'static str) {
        if let Some(edit) = self.list.get_mut(slot.0) {
            edit.len = len;
            edit.with = with;
        }
    }

    /// Whether any edit makes a difference to the whole text that they are for.
    pub(super) fn change(&self, text: &str) -> bool {
        let mut edits = self.list.iter();
        edits.any(|edit| text.get(edit.at..edit.end()) != Some(edit.with))
    }

    /// Writes the changed form of one run, which starts at byte `start` of the text that was read.
    pub(super) fn apply(&self, run: &str, start: usize, form: Form, out: &mut String) {
        out.reserve(run.len() + run.len() / 8);
        let mut copied = 0;
        for edit in self.within(start, start + run.len()) {
            let at = edit.at - start;
            form.copy(out, run.get(copied..at).unwrap_or_default());
            form.write(out, edit);
            copied = at + edit.len;
        }
        form.copy(out, run.get(copied..).unwrap_or_default());
    }

    /// The edits that the run from `start` to `end` can make: not one that a tag cuts, nor an
    /// ordinal whose letters a tag parts from their number, as the writer has raised these already.
    fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Edit> {
        let first = self.list.partition_point(|edit| edit.at < start);
        let started = self.list.iter().skip(first);
        started
            .take_while(move |edit| edit.at < end)
            .filter(move |edit| edit.end() <= end && !(edit.raised && edit.at == start))
    }

    fn push(&mut self, edit: Edit) {
        if self.list.last().is_none_or(|last| last.end() <= edit.at) {
            self.list.push(edit);
        }
    }
}

impl Form {
    fn copy(self, out: &mut String, text: &str) {
        match self {
            Self::Html => escape_into(out, text),
            Self::Plain => out.push_str(text),
        }
    }

    fn write(self, out: &mut String, edit: &Edit) {
        match self {
            Self::Html if edit.raised => {
                out.push_str("<sup>");
                out.push_str(edit.with);
                out.push_str("</sup>");
            }
            Self::Html | Self::Plain => out.push_str(edit.with),
        }
    }
}
