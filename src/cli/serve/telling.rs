//! What a preview says at the terminal: where it is, what changed, what is wrong; a line each.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::build::Options;
use crate::diagnostic::{self, Diagnostic, Format, Severity, Style, count};
use crate::host::DiskWorld;
use crate::host::http::{Refusal, Server};
use crate::host::serve::News;
use crate::locale::{Locale, Wording};
use crate::preview::Snapshot;
use crate::source::FilePath;
use crate::wording;
use crate::world::World;

/// How many errors are told one by one: the browser has them all.
const MOST_ERRORS: usize = 3;

/// How many files are named.
const MOST_FILES: usize = 3;

/// Tells what happens at the terminal.
pub(super) struct Terminal<'a> {
    locale: Locale,
    world: &'a DiskWorld,
    server: &'a Server,
    /// What was told last of what is wrong: the same is not told again.
    last: Mutex<String>,
}

impl<'a> Terminal<'a> {
    pub(super) const fn new(locale: Locale, world: &'a DiskWorld, server: &'a Server) -> Self {
        Self { locale, world, server, last: Mutex::new(String::new()) }
    }

    /// Where the preview is, for a browser.
    pub(super) fn address(&self) -> String {
        let address = self.server.address();
        if address.ip().is_unspecified() {
            format!("http://127.0.0.1:{}/", address.port())
        } else {
            format!("http://{address}/")
        }
    }

    /// Says where the preview is and what it shows.
    pub(super) fn welcome(&self, snapshot: &Snapshot, options: Options, time: Duration) {
        let (address, time) = (self.address(), words_of(time, self.locale));
        let pages = snapshot.site.as_ref().map_or(0, |site| site.plan.pages().count());
        let drafts = if options.with_unpublished {
            wording!("brouillons compris", "drafts included")
        } else {
            wording!("sans les brouillons", "without drafts")
        };
        let (french, english) = (drafts.french, drafts.english);
        self.say(&wording!(
            "Aperçu : {address} ({pages} pages, {french}, en {time})",
            "Preview: {address} ({pages} pages, {english}, in {time})",
        ));
        if !self.server.is_local() {
            self.say(&wording!(
                "Attention : toute machine du réseau peut lire cet aperçu, brouillons et embargos compris.",
                "Mind: any machine of the network can read this preview, drafts and embargoes included.",
            ));
        }
        self.say(&wording!("Ctrl+C pour arrêter.", "Ctrl+C to stop."));
    }

    /// Tells what happened.
    pub(super) fn tell(&self, news: &News<'_>) {
        match news {
            News::Looked { files, time } => self.tell_change(*files, *time),
            News::Examined(snapshot) => self.tell_state(snapshot),
            News::Unwatched(warning) => {
                let warning = warning.to_string();
                self.say(&wording!(
                    "Le système ne signale pas les changements ({warning}) : grappe regarde chaque seconde.",
                    "The system does not tell of changes ({warning}): grappe looks every second.",
                ));
            }
        }
    }

    fn tell_change(&self, files: Option<&BTreeSet<FilePath>>, time: Duration) {
        let time = words_of(time, self.locale);
        let Some(files) = files else {
            return self.say(&wording!("Le site a été relu : {time}", "The site was read again: {time}"));
        };
        let named: Vec<&str> = files.iter().take(MOST_FILES).map(FilePath::as_str).collect();
        let rest = if files.len() > MOST_FILES { ", …" } else { "" };
        let named = named.join(", ") + rest;
        self.say(&wording!("{named} : {time}", "{named}: {time}"));
    }

    fn tell_state(&self, snapshot: &Snapshot) {
        let text = self.state(snapshot);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != text {
            anstream::eprint!("{text}");
            *last = text;
        }
    }

    /// Counts, and the first errors.
    fn state(&self, snapshot: &Snapshot) -> String {
        let told = &snapshot.told;
        let errors: Vec<Diagnostic> =
            told.iter().filter(|it| it.severity == Severity::Error).take(MOST_ERRORS).cloned().collect();
        let style = Style { format: Format::Short, locale: self.locale, ..Style::default() };
        let mut text = diagnostic::render(&errors, self.world as &dyn World, style);
        let counts = [Severity::Error, Severity::Warning].map(|severity| count(told.iter(), severity));
        let list = format!("{}_grappe/", self.address());
        let words = match counts {
            [0, 0] => wording!("Rien à corriger.", "Nothing to mend."),
            [errors, warnings] => {
                let french =
                    [french_count(errors, "erreur"), french_count(warnings, "avertissement")].join(", ");
                let english = [english_count(errors, "error"), english_count(warnings, "warning")].join(", ");
                wording!("{french} : {list}", "{english}: {list}")
            }
        };
        text.push_str(words.get(self.locale));
        text.push('\n');
        text
    }

    fn say(&self, words: &Wording) {
        anstream::eprintln!("{}", words.get(self.locale));
    }
}

/// « 1 erreur », « 0 erreur », « 2 erreurs ».
fn french_count(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count < 2 { "" } else { "s" })
}

fn english_count(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn words_of(time: Duration, locale: Locale) -> String {
    let mark = if locale == Locale::French { ',' } else { '.' };
    match time.as_millis() {
        short @ 0..1000 => format!("{short} ms"),
        long => format!("{}{mark}{} s", long / 1000, long % 1000 / 100),
    }
}

/// Opens an address in the browser of the person; says it where there is none.
pub(super) fn open(address: &str, locale: Locale) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        let words = wording!(
            "Le navigateur n'a pas pu être ouvert : allez à {address}",
            "The browser could not be opened: go to {address}",
        );
        anstream::eprintln!("{}", words.get(locale));
    }
}

/// Refusals in the words of a writer.
pub(super) fn french_refusal(refusal: &Refusal) -> String {
    let words = match refusal {
        Refusal::ForeignHost(host) => {
            return format!(
                "L’aperçu ne répond pas au nom « {host} » : utilisez l’adresse donnée par grappe."
            );
        }
        Refusal::BadAddress | Refusal::AddressTooLong => "Cette adresse ne peut pas être lue.",
        Refusal::Method => "L’aperçu ne répond qu’aux lectures (GET et HEAD).",
        Refusal::TooSlow => "La demande a mis trop de temps à arriver.",
        Refusal::Body | Refusal::BodyInPieces => "L’aperçu ne reçoit aucun contenu.",
        Refusal::HeadTooLong => "La demande est trop longue.",
        Refusal::Busy => "Trop de pages sont demandées à la fois : réessayez.",
        Refusal::Unanswered => "L’aperçu n’a pas pu répondre.",
        Refusal::Malformed | Refusal::NoHost | Refusal::Version => "Ceci n’est pas une demande de page.",
    };
    words.to_owned()
}
