//! Lists that a sentence announces: their items are counted as they come.

/// What a sentence announces of the list right below it.
#[derive(Clone, Debug)]
pub struct Announcement {
    pub number: u16,
    /// The bytes of the count and its noun.
    pub bytes: std::ops::Range<usize>,
    /// Whether only names may be what is counted.
    pub wants_names: bool,
}

/// A list being read.
#[derive(Debug)]
pub struct OpenList {
    announcement: Option<Announcement>,
    items: u16,
    /// Whether the next token is the first of an item.
    is_at_start: bool,
}

impl OpenList {
    pub const fn new(announcement: Option<Announcement>) -> Self {
        Self { announcement, items: 0, is_at_start: false }
    }

    /// Whether what it holds matters.
    pub const fn is_announced(&self) -> bool {
        self.announcement.is_some()
    }

    /// Whether the next token begins an item.
    pub const fn is_at_start(&self) -> bool {
        self.is_at_start && self.announcement.is_some()
    }

    pub const fn item(&mut self) {
        self.items = self.items.saturating_add(1);
        self.is_at_start = true;
    }

    /// An item begins with a name, or with something else.
    pub fn starts_with(&mut self, is_name: bool) {
        self.is_at_start = false;
        if self.announcement.as_ref().is_some_and(|it| it.wants_names && !is_name) {
            self.announcement = None;
        }
    }

    /// It cannot be counted: it has lists of its own, or says that it is not complete.
    pub fn give_up(&mut self) {
        self.announcement = None;
    }

    /// What was announced and how many items there are, where these differ.
    pub fn difference(self) -> Option<(Announcement, u16)> {
        let announcement = self.announcement?;
        (announcement.number != self.items).then_some((announcement, self.items))
    }
}
