//! What rules on the titles of windows share: whose a title is, and how it is found where it was written.

use crate::language::Language;
use crate::measures::PageRecord;
use crate::model::Federation;
use crate::rendered::Trace;

/// The language of a page, which its address tells: the first language has no prefix.
pub(super) fn language_of<'a>(page: &PageRecord, federation: &'a Federation) -> Option<&'a Language> {
    let languages = &federation.config.languages;
    let (first, others) = languages.split_first()?;
    let prefix = page.address.split('/').nth(1)?;
    Some(others.iter().find(|language| language.tag() == prefix).unwrap_or(first))
}

/// The title as its writer wrote it: without the name of the site, which ends it.
pub(super) fn title_of(page: &PageRecord) -> Trace {
    let own = page.title.rsplit_once(" – ").map_or(page.title.as_str(), |(own, _)| own);
    Trace { name: "title".to_owned(), text: own.to_owned(), ..Trace::default() }
}
