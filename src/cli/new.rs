//! `grappe new`: a valid file, ready to be filled in.

mod audit;
mod ecodesign;

use std::fs;
use std::io::Write as _;

use clap::{Args, Subcommand};

use super::fault::Fault;
use super::{CommandResult, Common, Exit, site};
use crate::config::SiteConfig;
use crate::locale::Locale;
use crate::parse::markdown::slugify;
use crate::schema::Kind;
use crate::world::World as _;

/// What `grappe new` understands.
#[derive(Args)]
#[command(subcommand_help_heading = "Quoi", subcommand_value_name = "QUOI", disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Une actualité, datée d'aujourd'hui
    Post {
        /// Le titre, entre guillemets droits
        #[arg(value_name = "TITRE")]
        title: String,
        /// La date de l'actualité : 2023-03-27
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
    },
    /// L'audit d'accessibilité : le fichier accessibility.toml, qui guide à travers les 106 critères
    Audit {
        /// Le jour de l'audit : 2026-11-21
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
    },
    /// La déclaration d'écoconception à remplir, `eco-design.toml`
    Ecodesign,
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    match &arguments.what {
        What::Post { title, date } => new_post(title, date.as_deref(), common, locale),
        What::Audit { date } => audit::run(date.as_deref(), common, locale),
        What::Ecodesign => ecodesign::run(common, locale),
    }
}

fn new_post(title: &str, date: Option<&str>, common: &Common, locale: Locale) -> CommandResult {
    let world = site::open(common, date)?;
    let config = site::config(&common.site);
    let today = world.today(config.as_ref().map_or("Europe/Paris", |config| &config.time_zone));
    if !title.chars().any(char::is_alphanumeric) {
        return Err(Fault::Title);
    }
    let root = config.as_ref().map_or("content", SiteConfig::first_root);
    let folder = common.site.join(root).join(Kind::Post.folder()).join(today.year().to_string());
    let path = folder.join(format!("{today}-{}.md", slugify(title)));
    fs::create_dir_all(&folder).map_err(|source| Fault::File { path: folder.clone(), source })?;
    let mut file = match fs::File::create_new(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(Fault::Exists(path)),
        Err(source) => return Err(Fault::File { path, source }),
    };
    let post = post(title, &today.to_string(), locale);
    file.write_all(post.as_bytes()).map_err(|source| Fault::File { path: path.clone(), source })?;
    anstream::println!("{}", path.display());
    Ok(Exit::Fine)
}

/// A post that passes every check as it is, and shows nowhere before its writer says so.
fn post(title: &str, date: &str, locale: Locale) -> String {
    // A string of JSON is one of YAML too, whatever the title holds.
    let title = serde_json::to_string(title).unwrap_or_default();
    let (about, summary, text) = match locale {
        Locale::French => (
            "# Les fiches dont parle l'actualité, par exemple : [enter, nouvelle-aquitaine]",
            "# Une ou deux phrases pour les listes et les moteurs de recherche",
            "Écrivez ici le texte. Pour citer une fiche : deux crochets autour de son identifiant.",
        ),
        Locale::English => (
            "# The entries that the post is about, for example: [enter, nouvelle-aquitaine]",
            "# One or two sentences for lists and search engines",
            "Write the text here. To refer to an entry: two brackets around its id.",
        ),
    };
    format!(
        "---\ntitle: {title}\ndate: {date}\ndraft: true\n{about}\nabout: []\ntags: []\n{summary}\n# summary: \n---\n\n{text}\n"
    )
}
