//! The command line: arguments in, commands run, an exit code out.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this floor talks to the person and the environment"
)]

mod audit;
mod build;
mod check;
mod explain;
mod fault;
mod mend;
mod new;
mod serve;
mod site;
mod telling;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::locale::Locale;
use fault::Fault;
use telling::Telling;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// All is well.
    Fine,
    /// The content has errors.
    Content,
    /// Wrong use or configuration.
    Usage,
    /// The machine failed.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}

/// Le site public d'une fédération de pôles : vérifié, puis construit.
#[derive(Parser)]
#[command(
    name = "grappe",
    version,
    about = "Le site public d’une fédération de pôles : vérifié, puis construit.",
    long_about = None,
    subcommand_help_heading = "Commandes",
    subcommand_value_name = "COMMANDE",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    help_template = "{about}\n\nUsage : {usage}\n\n{all-args}"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

/// What every command understands.
#[derive(Args, Clone)]
struct Common {
    /// Le dossier du site
    #[arg(long, global = true, value_name = "DOSSIER", default_value = ".", hide_default_value = true)]
    site: PathBuf,
    /// La langue des messages : fr ou en
    #[arg(long, global = true, value_name = "LANGUE", hide_possible_values = true)]
    lang: Option<Lang>,
    /// Affiche cette aide
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Affiche la version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Fr,
    En,
}

#[derive(Subcommand)]
enum Command {
    /// Vérifie et construit le site
    Build(build::Arguments),
    /// Montre le site dans le navigateur, à mesure que vous l'écrivez
    Serve(serve::Arguments),
    /// Vérifie le site sans rien écrire
    Check(check::Arguments),
    /// Mesure toutes les pages : poids, requêtes, éléments, accessibilité
    Audit(audit::Arguments),
    /// Explique une règle, ou ce que voit un gabarit
    Explain(explain::Arguments),
    /// Crée un fichier prêt à remplir
    New(new::Arguments),
}

impl Common {
    /// The language of messages: as asked, the site's own, or the environment's.
    fn locale(&self) -> Locale {
        let asked = self.lang.map(|lang| match lang {
            Lang::Fr => Locale::French,
            Lang::En => Locale::English,
        });
        let environment = || {
            let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
            variables.iter().find_map(|name| Locale::from_tag(&std::env::var(name).ok()?))
        };
        asked.or_else(|| site::locale(&self.site)).or_else(environment).unwrap_or_default()
    }
}

/// Runs the command that the arguments ask for.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let locale = cli.common.locale();
    // Other commands wait for people or for the network on this thread.
    if matches!(cli.command, Command::Build(_) | Command::Check(_)) {
        work_on_this_thread();
    }
    let result = match cli.command {
        Command::Build(arguments) => build::run(&arguments, &cli.common, locale),
        Command::Serve(arguments) => serve::run(&arguments, &cli.common, locale),
        Command::Audit(arguments) => audit::run(&arguments, &cli.common, locale),
        Command::Check(arguments) => check::run(&arguments, &cli.common, locale),
        Command::Explain(arguments) => explain::run(&arguments, locale),
        Command::New(arguments) => new::run(&arguments, &cli.common, locale),
    };
    let exit = result.unwrap_or_else(|error| fault::tell(&error, locale));
    exit.into()
}

/// Makes this thread one of those that read and make, in the place of one more: it would only wait for them,
/// and what is made on it takes memory from the system in larger pieces.
fn work_on_this_thread() {
    // Where threads were made already, they do as well.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

type CommandResult = Result<Exit, Fault>;
