//! `grappe serve`: the site in a browser of this machine, renewed at each save.

mod share;
mod telling;

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::fault::Fault;
use super::{CommandResult, Common, Exit, site};
use crate::build::Options;
use crate::host::http::Server;
use crate::host::serve::Serving;
use crate::locale::Locale;
use crate::preview::{Changed, Desk, Preview};
use telling::Terminal;

/// What `grappe serve` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Le port : 4000, ou un autre s'il est pris
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// L'adresse de cette machine qui répond ; toute autre que 127.0.0.1 montre l'aperçu au réseau
    #[arg(long, value_name = "ADRESSE", default_value = "127.0.0.1", hide_default_value = true)]
    host: String,
    /// Ouvre l'aperçu dans le navigateur
    #[arg(long)]
    open: bool,
    /// Montre les brouillons et ce qui n'est pas public ce jour-là : c'est le cas d'ordinaire, sauf avec --date
    #[arg(long, overrides_with = "no_drafts")]
    drafts: bool,
    /// Ne montre que ce que le public peut lire
    #[arg(long)]
    no_drafts: bool,
    /// Montre le site tel qu'on le connaissait ce jour-là : 2023-03-27
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Écrit l'aperçu d'un texte en un seul fichier, à envoyer à qui doit le relire
    #[arg(long, value_name = "FICHIER", conflicts_with_all = ["port", "open"])]
    share: Option<PathBuf>,
    /// Avec --share : le fichier à écrire
    #[arg(long, value_name = "FICHIER", requires = "share")]
    output: Option<PathBuf>,
}

impl Arguments {
    fn options(&self) -> Options {
        let is_usual = self.date.is_none() && !self.no_drafts;
        Options { with_unpublished: self.drafts || is_usual, ..Options::default() }
    }
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    let start = Instant::now();
    let world = site::open(common, arguments.date.as_deref())?;
    if let Some(text) = &arguments.share {
        return share::run(text, arguments.output.as_deref(), arguments.options(), &world, locale);
    }
    let mut server = Server::bind(&arguments.host, arguments.port).map_err(Fault::Bind)?;
    server.word_refusals(match locale {
        Locale::French => telling::french_refusal,
        Locale::English => ToString::to_string,
    });
    let folder = std::path::absolute(&common.site).unwrap_or_else(|_| common.site.clone());
    let editor = site::config(&common.site).and_then(|config| config.editor);
    let desk = Desk::new(locale, editor.as_deref(), &folder.to_string_lossy());
    let mut preview = Preview::new(arguments.options());
    preview.refresh(&world, &Changed::Everything);
    let terminal = Terminal::new(locale, &world, &server);
    terminal.welcome(&preview.snapshot(), arguments.options(), start.elapsed());
    if arguments.open {
        telling::open(&terminal.address(), locale);
    }
    let serving = Serving::new(&world, common.site.join("public"), desk, preview);
    serving.run(&server, &|news| terminal.tell(&news));
    Ok(Exit::Fine)
}
