//! `_redirects`, for hosts that read it: a former address, the new one and the status on each line.

use super::{HostingFacts, encoded, opening, spellings};

pub(super) fn write(facts: &HostingFacts) -> String {
    let how =
        "Pour les hébergeurs qui lisent `_redirects` à la racine du site : il n’y a rien d’autre à faire.";
    let mut text = opening(how) + "\n";
    for (from, to) in &facts.redirects {
        for from in spellings(from) {
            text += &format!("{} {} 301\n", encoded(&from), encoded(to));
        }
    }
    // Hosts that refuse this status look for the nearest `404.html` of themselves.
    for (home, page) in &facts.missing_below {
        text += &format!("{home}* {page} 404\n");
    }
    text
}
