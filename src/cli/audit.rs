//! `grappe audit`: what every page weighs, and what is wrong in pages as visitors receive them.

mod live;

use clap::{Args, ValueEnum};

use super::fault::Fault;
use super::{CommandResult, Common, Exit, Telling, site};
use crate::audit::{AuditError, Report, ReportFormat, TREND_FILE, Trend, audit};
use crate::build::{Options, analyse};
use crate::check::check_theme;
use crate::diagnostic::{Severity, count};
use crate::host::DiskMemory;
use crate::locale::Locale;

/// What `grappe audit` understands.
#[derive(Args)]
pub(super) struct Arguments {
    /// Mesure le site tel qu'on le connaissait ce jour-là : 2023-03-27
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// La forme de la mesure : human, json ou html
    #[arg(long, value_enum, default_value_t, hide_possible_values = true, hide_default_value = true)]
    format: Format,
    /// Montre toutes les pages, et pas seulement les plus lourdes
    #[arg(long)]
    all: bool,
    /// Garde la mesure dans audit-trend.csv, ou avec --live dans host-verification.toml
    #[arg(long, conflicts_with = "date")]
    record: bool,
    /// Interroge le site en ligne : compression, caches, HTTP/2, TLS, IPv6. Sans adresse, celle du site
    #[arg(long, value_name = "ADRESSE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["date", "all", "format"])]
    live: Option<String>,
    /// Refuse aussi s'il y a des avertissements
    #[arg(long)]
    strict: bool,
}

/// How the measures are written.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Des tableaux
    #[default]
    Human,
    /// Un objet JSON
    Json,
    /// Une page à ouvrir dans un navigateur
    Html,
}

impl Arguments {
    const fn form(&self) -> ReportFormat {
        match self.format {
            Format::Human if self.all => ReportFormat::HumanWhole,
            Format::Human => ReportFormat::Human,
            Format::Json => ReportFormat::Json,
            Format::Html => ReportFormat::Html,
        }
    }
}

pub(super) fn run(arguments: &Arguments, common: &Common, locale: Locale) -> CommandResult {
    let world = site::open(common, arguments.date.as_deref())?.rereading();
    let telling = Telling::plain(arguments.strict);
    let analysis = analyse(&world, Options::default())?;
    let mut diagnostics = analysis.diagnostics;
    let is_refused = telling.refuses(&diagnostics, &world)?;
    let Some(site) = analysis.site.filter(|_| !is_refused) else {
        let exit = telling.tell(diagnostics, &world, locale)?;
        return Ok(if exit == Exit::Fine { Exit::Content } else { exit });
    };
    if let Some(address) = &arguments.live {
        let own = &site.federation.config.address;
        let address = if address.is_empty() { own } else { address };
        let record = arguments.record.then_some(common.site.as_path());
        return live::run(&site, address, record, locale);
    }
    let memory = DiskMemory::of_site(&common.site);
    let found = match audit(&site, &world, &memory) {
        Ok(found) => found,
        Err(AuditError::World(error)) => return Err(error.into()),
        Err(AuditError::Theme(fault)) => {
            diagnostics.extend(check_theme(&[fault], &site.federation.config));
            return telling.tell(diagnostics, &world, locale);
        }
    };
    let mut trend = read_trend(common)?;
    let day = site.federation.today();
    let config = &site.federation.config;
    let report = Report {
        site: config.languages.first().map_or("", |language| config.names.get(language)),
        day,
        measures: &found.measures,
        encoding: config.host.encoding,
        conditions: config.host.conditions(),
        errors: count(&found.diagnostics, Severity::Error),
        previous: trend.before(day),
    };
    anstream::print!("{}", report.write(arguments.form(), locale));
    if arguments.record {
        trend.add(report.snapshot());
        let path = common.site.join(TREND_FILE);
        std::fs::write(&path, trend.text()).map_err(|source| Fault::File { path, source })?;
    }
    diagnostics.extend(found.diagnostics);
    telling.tell(diagnostics, &world, locale)
}

/// The audits that were kept; none where the file is not there.
fn read_trend(common: &Common) -> Result<Trend, Fault> {
    let path = common.site.join(TREND_FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => Trend::parse(&text).map_err(Fault::Trend),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Trend::default()),
        Err(source) => Err(Fault::File { path, source }),
    }
}
