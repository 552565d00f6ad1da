//! A page as one file that can be sent to who must approve it: it asks for nothing from outside,
//! runs nothing, is not to be indexed, and says that it is a draft.

mod data_address;
mod page;

use crate::date::Day;
use crate::locale::Locale;
use page::Rewriting;

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its type: `image/jpeg`.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is known of a page to send.
#[derive(Clone, Copy, Debug)]
pub struct Share<'a> {
    /// The language of who reads the mark of a draft.
    pub locale: Locale,
    /// The page's address from the site's root.
    pub address: &'a str,
    /// Where the site is published, without a slash at the end: links lead there.
    pub site: &'a str,
    /// The day of the draft.
    pub day: Day,
}

/// Makes one file of a page. `asset` gives the files of the site by their addresses from the root.
#[must_use]
pub fn share(html: &str, share: &Share<'_>, asset: impl Fn(&str) -> Option<Asset>) -> String {
    Rewriting::new(share, &asset).page(html)
}
