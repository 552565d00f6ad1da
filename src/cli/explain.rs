//! `grappe explain`: what a rule means, with a bad and a good example; what a template may see.

use clap::Args;

use super::fault::Fault;
use super::{CommandResult, Exit};
use crate::check::{RULES, rule};
use crate::locale::Locale;
use crate::rule::Rule;
use crate::suggestion::nearest;
use crate::view::reference::Reference;

/// What `grappe explain` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Le nom de la règle, tel qu'il est entre crochets dans un message ; sans nom, toutes les règles.
    /// Ou `view` : ce que voient les gabarits d'un thème
    #[arg(value_name = "RÈGLE")]
    rule: Option<String>,
    /// Après `view`, le nom d'un gabarit ou de ce qu'il voit : `pole`, `site` ; sans nom, tous les gabarits
    #[arg(value_name = "GABARIT")]
    view: Option<String>,
}

/// The word after which the reference of views is asked for; no rule has this name.
const VIEW: &str = "view";

pub(super) fn run(arguments: &Arguments, locale: Locale) -> CommandResult {
    match &arguments.rule {
        Some(word) if word == VIEW => return explain_view(arguments.view.as_deref(), locale),
        Some(code) => {
            // A second word after a rule's name is part of what was asked for, and names no rule.
            let asked = [Some(code.as_str()), arguments.view.as_deref()];
            let asked = asked.into_iter().flatten().collect::<Vec<_>>().join(" ");
            let rule = rule(&asked).ok_or(Fault::Rule(asked))?;
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

fn explain_view(name: Option<&str>, locale: Locale) -> CommandResult {
    let reference = Reference::read();
    let text = match name {
        Some(name) => reference.tell(name, locale).ok_or_else(|| unknown(&reference, name))?,
        None => reference.list(locale),
    };
    anstream::println!("{}", text.trim_end());
    Ok(Exit::Fine)
}

/// A name of no template and no view, with the one most likely meant.
fn unknown(reference: &Reference, name: &str) -> Fault {
    let names: Vec<String> = reference.names().collect();
    let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    Fault::View { name: name.to_owned(), near }
}

fn heading(rule: &Rule, locale: Locale) -> String {
    format!("{} — {} ({})", rule.code, rule.title.get(locale), rule.severity.title(locale))
}
