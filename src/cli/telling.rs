//! Diagnostics told at a terminal or to a program, their count, and how the command ends.

use std::io::IsTerminal as _;

use clap::{Args, ValueEnum};

use super::Exit;
use super::fault::Fault;
use crate::baseline::{self, Baseline, Parted};
use crate::diagnostic::{self, Diagnostic, Severity, Style, count};
use crate::locale::Locale;
use crate::world::World;

/// How a command tells diagnostics.
#[derive(Args)]
pub(super) struct Telling {
    /// Refuse aussi s'il y a des avertissements
    #[arg(long)]
    pub(super) strict: bool,
    /// Montre tout, même quand une faute revient très souvent
    #[arg(long)]
    all: bool,
    /// La forme des messages : human, short, json, github ou sarif
    #[arg(long, value_enum, default_value_t, hide_possible_values = true, hide_default_value = true)]
    format: Format,
}

/// How diagnostics are written.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// La ligne et le repère sous la faute
    #[default]
    Human,
    /// Une ligne par message
    Short,
    /// Un objet JSON
    Json,
    /// Les annotations de GitHub
    Github,
    /// SARIF 2.1.0
    Sarif,
}

impl From<Format> for diagnostic::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Short => Self::Short,
            Format::Json => Self::Json,
            Format::Github => Self::Github,
            Format::Sarif => Self::Sarif,
        }
    }
}

impl Telling {
    /// As a person reads it.
    pub(super) const fn plain(strict: bool) -> Self {
        Self { strict, all: false, format: Format::Human }
    }

    /// Whether diagnostics refuse a site: errors, or warnings that are new where these count too.
    ///
    /// # Errors
    /// A baseline that cannot be read.
    pub(super) fn refuses(&self, diagnostics: &[Diagnostic], world: &dyn World) -> Result<bool, Fault> {
        let parted = Baseline::read(world)?.part(diagnostics.to_vec());
        Ok(self.exit(&parted.new) != Exit::Fine)
    }

    /// Whether a person at a terminal reads it.
    pub(super) const fn is_human(&self) -> bool {
        matches!(self.format, Format::Human)
    }

    /// Tells what is new, and says how the command ends.
    ///
    /// # Errors
    /// A baseline that cannot be read.
    pub(super) fn tell(
        &self,
        diagnostics: Vec<Diagnostic>,
        world: &dyn World,
        locale: Locale,
    ) -> Result<Exit, Fault> {
        let parted = Baseline::read(world)?.part(diagnostics);
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let style = Style { format: self.format.into(), locale, colour, is_whole: self.all };
        let text = diagnostic::render(&parted.new, world, style);
        match self.format {
            // What a program reads is a result.
            Format::Json | Format::Sarif | Format::Github => anstream::print!("{text}"),
            Format::Human | Format::Short => {
                anstream::eprint!("{text}");
                tell_counts(&parted, locale);
            }
        }
        Ok(self.exit(&parted.new))
    }

    fn exit(&self, diagnostics: &[Diagnostic]) -> Exit {
        let errors = count(diagnostics, Severity::Error);
        let warnings = count(diagnostics, Severity::Warning);
        let is_config = diagnostics.iter().any(|diagnostic| diagnostic.code == "invalid-config");
        match (errors, warnings) {
            _ if is_config => Exit::Usage,
            (1.., _) => Exit::Content,
            (0, 1..) if self.strict => Exit::Content,
            _ => Exit::Fine,
        }
    }
}

fn tell_counts(parted: &Parted, locale: Locale) {
    let counts = [
        (Severity::Error, ("erreur", "erreurs"), ("error", "errors")),
        (Severity::Warning, ("avertissement", "avertissements"), ("warning", "warnings")),
        (Severity::Information, ("remarque", "remarques"), ("remark", "remarks")),
    ];
    let words: Vec<String> = counts
        .iter()
        .map(|(severity, french, english)| (count(&parted.new, *severity), french, english))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, french, english)| {
            let (one, several) = if locale == Locale::French { french } else { english };
            format!("{count} {}", if count == 1 { one } else { several })
        })
        .collect();
    if !words.is_empty() {
        anstream::eprintln!("{}", words.join(", "));
    }
    tell_baseline(parted, locale);
}

fn tell_baseline(parted: &Parted, locale: Locale) {
    let (known, gone, file) = (parted.known, parted.gone, baseline::FILE);
    match locale {
        Locale::French if known > 0 => anstream::eprintln!("Déjà acceptés dans {file}\u{A0}: {known}"),
        Locale::English if known > 0 => anstream::eprintln!("Accepted in {file} already: {known}"),
        _ => {}
    }
    match locale {
        Locale::French if gone > 0 => {
            anstream::eprintln!("À retirer de {file} par `grappe check --baseline`\u{A0}: {gone}");
        }
        Locale::English if gone > 0 => {
            anstream::eprintln!("To be taken out of {file} by `grappe check --baseline`: {gone}");
        }
        _ => {}
    }
}
