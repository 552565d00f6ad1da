//! Addresses of pages.

mod duplicate_route;
mod misdated;
mod redirect_loop;
mod reserved_route;
mod unstable_slug;
mod vanished_address;

use std::collections::HashSet;

use crate::locale::Wording;
use crate::plan::{Address, Collision, Output, Plan, Route};
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

/// The redirects that cannot be, where each would send visitors on from and to.
struct Loops<'a>(HashSet<(&'a Address, &'a Address)>);

impl<'a> Loops<'a> {
    fn new(plan: &'a Plan) -> Self {
        let redirects = plan.collisions.iter().filter_map(|collision| match &collision.second.output {
            Output::Redirect(to) => Some((&collision.second.address, to)),
            _ => None,
        });
        Self(redirects.collect())
    }

    /// Whether the route that cannot be would send visitors from a page to itself, or from one of
    /// two pages to the other and back.
    fn has(&self, collision: &Collision) -> bool {
        let Output::Redirect(to) = &collision.second.output else { return false };
        let from = &collision.second.address;
        to == from || self.0.contains(&(to, from))
    }
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
