//! Views made into HTML by the theme's templates.
//!
//! This and `prepared` are the only modules that know the template engine. A template sees a view and the shared
//! values of its language; its two filters are functions of their arguments.

use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::seal;
use crate::source::{FilePath, Source, Span};
use crate::theme::{THEMES, Theme, ThemeFault, ThemeFaultKind};
use crate::view::{SiteView, View};

/// The folder of templates of directives.
const DIRECTIVES: &str = "directives/";

/// The folder of components, which directives may use too.
const COMPONENTS: &str = "components/";

/// Renders views.
pub struct Engine {
    tera: Tera,
    /// The file of each template, by its name.
    files: Vec<(String, FilePath)>,
}

/// What every page of a language shares, ready for the engine.
#[derive(Clone)]
pub struct Shared {
    site: Value,
    labels: Value,
}

impl Shared {
    /// The shared values of a language.
    #[must_use]
    pub fn new(site: &SiteView, labels: &serde_json::Value) -> Self {
        Self { site: Value::from_serializable(site), labels: Value::from_serializable(labels) }
    }
}

impl Engine {
    /// Reads the templates of a theme.
    ///
    /// # Errors
    /// The templates that cannot be read; once all can, those that use what is not there.
    pub fn new(theme: &Theme) -> Result<Self, Vec<ThemeFault>> {
        let files: Vec<(String, FilePath)> =
            theme.templates.iter().map(|(name, source)| (name.clone(), source.path.clone())).collect();
        let broken: Vec<ThemeFault> = syntax_errors(theme).iter().map(|error| fault(error, &files)).collect();
        if !broken.is_empty() {
            return Err(broken);
        }
        let directives =
            engine(theme, |name| name.starts_with(DIRECTIVES) || name.starts_with(COMPONENTS), None);
        let directives = directives.map_err(|error| faults(&error, theme, &files))?;
        let pages = engine(theme, |name| !name.starts_with(DIRECTIVES), Some(Arc::new(directives)));
        let tera = pages.map_err(|error| faults(&error, theme, &files))?;
        Ok(Self { tera, files })
    }

    /// Where a template lies.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&FilePath> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, file)| file)
    }

    /// Where all templates lie.
    pub fn files(&self) -> impl Iterator<Item = &FilePath> {
        self.files.iter().map(|(_, file)| file)
    }

    /// Renders a view. Addresses of the theme's files are left as slots, for [`seal`].
    ///
    /// # Errors
    /// A template that is missing or asks for what the view has not.
    pub fn render(&self, view: &View, shared: &Shared) -> Result<Vec<u8>, ThemeFault> {
        let mut context = Context::new();
        context.insert_value("site", shared.site.clone());
        context.insert_value("labels", shared.labels.clone());
        context.insert_value("page", Value::from_serializable(&view.page));
        context.insert_value("entity", Value::from_serializable(&view.entity));
        for (key, value) in Value::from_serializable(&view.content).into_map().into_iter().flatten() {
            context.insert_value(key.to_string(), value);
        }
        let mut out = Vec::with_capacity(16 * 1024);
        self.tera.render_to(view.template, &context, &mut out).map_err(|error| fault(&error, &self.files))?;
        Ok(out)
    }
}

/// What is wrong in each template by itself: the engine stops at the first of several.
fn syntax_errors(theme: &Theme) -> Vec<tera::Error> {
    let read = |(name, source): (&String, &Source)| {
        let error = Tera::new().add_raw_template(name, &source.text).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_)).then_some(error)
    };
    theme.templates.iter().filter_map(read).collect()
}

fn engine(theme: &Theme, wanted: impl Fn(&str) -> bool, directives: Option<Arc<Tera>>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    // Filters must be there before the templates that use them.
    tera.register_filter("asset", |name: String, _: Kwargs, _: &State| seal::slot(&name));
    if let Some(directives) = directives {
        tera.register_filter("prose", move |parts: Value, arguments: Kwargs, _: &State| {
            prose(&directives, &parts, &arguments)
        });
    }
    let templates = theme.templates.iter().filter(|(name, _)| wanted(name));
    tera.add_raw_templates(templates.map(|(name, source)| (name.as_str(), source.text.as_str())))?;
    Ok(tera)
}

/// The HTML of a text's parts: HTML as it is, and each directive by its template.
fn prose(directives: &Tera, parts: &Value, arguments: &Kwargs) -> TeraResult<Value> {
    let labels: Value = arguments.must_get("labels")?;
    let mut html = String::new();
    for part in parts.as_array().unwrap_or_default() {
        for (name, value) in part.as_map().into_iter().flatten() {
            let name = name.as_str().unwrap_or("");
            if name == "html" {
                html.push_str(value.as_str().unwrap_or(""));
                continue;
            }
            let mut context = Context::new();
            context.insert_value("labels", labels.clone());
            context.insert_value(name.to_owned(), value.clone());
            let rendered = directives.render(&format!("{DIRECTIVES}{name}.html"), &context)?;
            html.push_str(rendered.trim());
        }
    }
    Ok(Value::safe_string(&html))
}

/// What the engine says of templates that use what is not there: it gives reports as one text.
fn faults(error: &tera::Error, theme: &Theme, files: &[(String, FilePath)]) -> Vec<ThemeFault> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![fault(error, files)] };
    let reports = text.split("\n\n").filter_map(|report| read_report(report, theme));
    let found: Vec<ThemeFault> = reports.collect();
    if found.is_empty() { vec![fault(error, files)] } else { found }
}

/// Reads `error: Unknown filter`, then `--> page.html:2:4`.
fn read_report(report: &str, theme: &Theme) -> Option<ThemeFault> {
    let mut lines = report.lines();
    let words = lines.next()?.strip_prefix("error: ")?.to_owned();
    let place = lines.next()?.trim_start().strip_prefix("--> ")?;
    let (place, column) = place.rsplit_once(':')?;
    let (name, line) = place.rsplit_once(':')?;
    let source = theme.templates.get(name)?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let before = source.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len);
    let start: usize = before.sum();
    let on_line = source.text.get(start..)?.chars().take(column.checked_sub(1)?).map(char::len_utf8);
    let start = start + on_line.sum::<usize>();
    let kind = ThemeFaultKind::Template(words);
    Some(ThemeFault { file: source.path.clone(), span: Span::new(start, start), kind })
}

/// The first template that a message names between backticks.
fn named_in<'a>(message: &str, files: &'a [(String, FilePath)]) -> Option<&'a str> {
    let mut words = message.split('`').skip(1).step_by(2);
    words.find_map(|word| files.iter().find(|(name, _)| name == word)).map(|(name, _)| name.as_str())
}

/// Where in the theme an error of the engine is.
fn fault(error: &tera::Error, files: &[(String, FilePath)]) -> ThemeFault {
    let file = |name: &str| {
        let found = files.iter().find(|(known, _)| known == name);
        found.map_or_else(|| FilePath::new(&format!("{THEMES}/{name}")), |(_, file)| file.clone())
    };
    let (file, span, words) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            (file(report.filename()), Span::new(range.start, range.end), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (file(tpl), Span::default(), error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (file(current), Span::default(), error.to_string()),
        ErrorKind::TemplateNotFound(name) => (file(name), Span::default(), error.to_string()),
        _ => {
            let words = error.to_string();
            (file(named_in(&words, files).unwrap_or("templates")), Span::default(), words)
        }
    };
    ThemeFault { file, span, kind: ThemeFaultKind::Template(words) }
}
