//! Addresses of pages.

mod duplicate_route;
mod redirect_loop;
mod reserved_route;
mod unstable_slug;
mod vanished_address;

use crate::locale::Wording;
use crate::plan::{Collision, Output, Plan, Route};
use crate::rule::Rule;
use crate::wording;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 5] = [
    &duplicate_route::RULE,
    &redirect_loop::RULE,
    &reserved_route::RULE,
    &unstable_slug::RULE,
    &vanished_address::RULE,
];

/// Whether the route that cannot be would send visitors from a page to itself, or from one of two
/// pages to the other and back.
fn is_loop(plan: &Plan, collision: &Collision) -> bool {
    let Output::Redirect(to) = &collision.second.output else { return false };
    let sends_back = plan.collisions.iter().any(|other| {
        other.second.address == *to
            && other.second.output == Output::Redirect(collision.second.address.clone())
    });
    *to == collision.second.address || sends_back
}

/// What to do for a route whose address is taken.
fn other_address(route: &Route) -> Wording {
    match route.output {
        Output::Redirect(_) => wording!(
            "ôtez cette adresse de `redirect_from` : une autre page y est",
            "take this address out of `redirect_from`: another page is there",
        ),
        _ => wording!(
            "donnez une autre fin d'adresse à cette page : `slug: …`",
            "give this page another end of address: `slug: …`",
        ),
    }
}
