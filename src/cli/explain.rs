//! `grappe explain`: what a rule means, with a bad and a good example.

use clap::Args;

use super::fault::Fault;
use super::{CommandResult, Exit};
use crate::check::{RULES, rule};
use crate::locale::Locale;
use crate::rule::Rule;

/// What `grappe explain` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Le nom de la règle, tel qu'il est entre crochets dans un message ; sans nom, toutes les règles
    #[arg(value_name = "RÈGLE")]
    rule: Option<String>,
}

pub(super) fn run(arguments: &Arguments, locale: Locale) -> CommandResult {
    match &arguments.rule {
        Some(code) => {
            let rule = rule(code).ok_or_else(|| Fault::Rule(code.clone()))?;
            anstream::println!("{}\n\n{}", heading(rule, locale), rule.documentation(locale));
        }
        None => {
            for (group, rules) in RULES {
                anstream::println!("{group}");
                for rule in rules.iter().copied() {
                    anstream::println!("  {}", heading(rule, locale));
                }
            }
        }
    }
    Ok(Exit::Fine)
}

fn heading(rule: &Rule, locale: Locale) -> String {
    format!("{} — {} ({})", rule.code, rule.title.get(locale), rule.severity.title(locale))
}
