//! `grappe check`: all that is wrong, and nothing written.

use clap::Args;

use super::{CommandResult, Common, Exit, Format, site};
use crate::build::{Options, analyse};
use crate::locale::Locale;

/// What `grappe check` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Vérifie le site tel qu'on le connaissait ce jour-là : 2023-03-27
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Vérifie aussi les brouillons comme s'ils paraissaient
    #[arg(long)]
    drafts: bool,
    /// Échoue aussi s'il y a des avertissements
    #[arg(long)]
    strict: bool,
    /// La forme des messages : human, short ou json
    #[arg(long, value_enum, default_value_t, hide_possible_values = true, hide_default_value = true)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    let world = site::open(common, arguments.date.as_deref())?;
    let analysis = analyse(&world, Options { with_drafts: arguments.drafts })?;
    let exit = site::tell(&analysis.diagnostics, &world, arguments.format, locale, arguments.strict);
    if exit == Exit::Fine && analysis.diagnostics.is_empty() && matches!(arguments.format, Format::Human) {
        anstream::println!(
            "{}",
            match locale {
                Locale::French => "Tout est juste.",
                Locale::English => "All is well.",
            }
        );
    }
    Ok(exit)
}
