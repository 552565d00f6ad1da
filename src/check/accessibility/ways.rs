//! What several rules of the group look at: where the links of a page lead, and what is around its content.

use crate::html::tree::Element;
use crate::locale::Wording;
use crate::plan::Subject;
use crate::rendered::RenderedPage;
use crate::rule::{PageFault, PageReport};

/// The links of a page.
pub(super) fn links<'a>(page: &RenderedPage<'a>) -> impl Iterator<Item = Element<'a>> {
    page.tree.named("a").filter(|element| element.has("href"))
}

/// The address below the site's to which a link leads; nothing for one that leaves the site.
pub(super) fn target<'a>(page: &RenderedPage<'_>, link: Element<'a>) -> Option<&'a str> {
    let written = link.get("href")?.trim();
    let below = written.strip_prefix(page.federation.config.address.as_str()).unwrap_or(written);
    let path = below.split(['?', '#']).next()?;
    (path.starts_with('/') && !path.starts_with("//")).then_some(path)
}

/// Whether the site has a page in the language of another: it may do without some.
pub(super) fn has_page(page: &RenderedPage<'_>, subject: &Subject) -> bool {
    page.plan.address(subject, page.language).is_some()
}

/// Whether a link of a page leads to another, in its language.
pub(super) fn leads_to(page: &RenderedPage<'_>, subject: &Subject) -> bool {
    let Some(address) = page.plan.address(subject, page.language) else { return false };
    links(page).any(|link| target(page, link) == Some(address.as_str()))
}

/// A fault of what stands around the content of every page: it is the template's that opens the page.
pub(super) fn of_frame(page: &RenderedPage<'_>, report: &PageReport<'_>, message: Wording) -> PageFault {
    match page.tree.named("body").next() {
        Some(body) => report.at(&page.record.address, body, message),
        None => report.of(&page.record.address, message),
    }
}
