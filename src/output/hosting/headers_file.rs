//! `_headers`, for hosts that read it: a pattern of addresses, then headers indented below.
//!
//! All patterns that an address matches apply, and values of one header are joined, so no header stands
//! under two of them. What is of no class has no pattern: these hosts ask to revalidate it of themselves.
//! Drawings have the policy of pages, for the same reason.

use super::caching::Pattern;
use super::{Header, HostingFacts, opening};

pub(super) fn write(facts: &HostingFacts) -> String {
    let how =
        "Pour les hébergeurs qui lisent `_headers` à la racine du site : il n’y a rien d’autre à faire.";
    let mut text = opening(how) + "\n";
    let mut of_all = facts.headers.clone();
    of_all.push(("Content-Security-Policy", facts.policy.clone()));
    text += &rule("/*", &of_all);
    for class in &facts.classes {
        for pattern in &class.patterns {
            text += &rule(&words(pattern), &class.headers);
        }
    }
    for feed in &facts.feeds {
        text += &rule(feed.as_str(), &[("Content-Type", super::FEED_TYPE.to_owned())]);
    }
    text
}

fn words(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Below(folder) => format!("{folder}*"),
        Pattern::Ending(ending) => format!("/*{ending}"),
        Pattern::Exactly(address) => address.to_string(),
    }
}

fn rule(pattern: &str, headers: &[Header]) -> String {
    let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{pattern}\n{}\n", lines.collect::<String>())
}
