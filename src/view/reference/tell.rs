//! The reference as a person reads it in a terminal.

use super::{COMMON, LABELS, Reference, Shape, Template, Value, short_name, stem};
use crate::locale::{Bilingual, Locale, both};

const EVERY_PAGE: Bilingual = both(
    "Toute page voit aussi `page` et `site`, et `labels` : les mots du thème, `labels.nav.skip` pour la clé `skip` \
     de `[nav]`. Une directive ne voit que ce qui est à elle, et `labels`. `grappe explain view pole` donne les \
     champs d’un gabarit, `grappe explain view site` ceux d’un de ces noms. Les champs sont décrits en anglais.",
    "Every page sees `page` and `site` too, and `labels`: the theme's words, `labels.nav.skip` for the key `skip` \
     of `[nav]`. A directive sees its own alone, and `labels`. `grappe explain view pole` gives the fields of a \
     template, `grappe explain view site` those of one of these names.",
);
const TEMPLATE: Bilingual = both("Gabarit", "Template");
const OWN: Bilingual = both("ce qu’il voit", "what it sees");
const SEES: Bilingual = both("voit :", "sees:");
const IS_CHOICE: Bilingual = both("l’un des champs seulement", "one of the fields only");

impl Reference {
    /// Every template, with the names that it sees.
    #[must_use]
    pub fn list(&self, locale: Locale) -> String {
        let rows = self.templates.iter().map(|(name, template)| {
            let own: Vec<&str> = template.own.iter().map(|(name, _)| name.as_str()).collect();
            [name.clone(), own.join(", ")]
        });
        let heading = [TEMPLATE.get(locale).to_owned(), OWN.get(locale).to_owned()];
        let rows = std::iter::once(heading).chain(rows).collect();
        format!("{}\n{}", table(rows), EVERY_PAGE.get(locale))
    }

    /// All that is known under a name: a template's fields, or a view's; nothing where it is not known.
    #[must_use]
    pub fn tell(&self, name: &str, locale: Locale) -> Option<String> {
        let mut told = Told { reference: self, locale, views: Vec::new(), text: String::new() };
        let template = self.templates.iter().find(|(template, _)| stem(template) == stem(name));
        if let Some((name, template)) = template {
            told.template(name, template);
        }
        if let Some(view) = self.shapes.keys().find(|view| short_name(view) == stem(name)) {
            told.view(stem(name), view);
        }
        told.parts();
        (!told.text.is_empty()).then_some(told.text)
    }
}

/// What was told so far.
struct Told<'a> {
    reference: &'a Reference,
    locale: Locale,
    /// The views that were told, in this order.
    views: Vec<&'a str>,
    text: String,
}

impl<'a> Told<'a> {
    fn template(&mut self, name: &str, template: &'a Template) {
        let mut names: Vec<&str> = template.own.iter().map(|(name, _)| name.as_str()).collect();
        names.extend(COMMON.iter().map(|(name, _)| *name).filter(|_| template.is_page).chain([LABELS]));
        self.text += &format!("{name} {} {}\n", SEES.get(self.locale), names.join(", "));
        for (name, view) in &template.own {
            self.view(&format!("{{{{ {name} }}}}"), view);
        }
    }

    /// A view, under the name that templates have for it.
    fn view(&mut self, name: &str, view: &'a str) {
        let Some(shape) = self.reference.shape(view).filter(|_| !self.views.contains(&view)) else { return };
        self.views.push(view);
        let choice =
            if shape.is_choice { format!(" ({})", IS_CHOICE.get(self.locale)) } else { String::new() };
        self.text += &format!("\n{name} — {}{choice}\n{}", shape.words, self.fields(shape));
    }

    fn fields(&self, shape: &Shape) -> String {
        let rows = shape
            .fields
            .iter()
            .map(|field| [format!("  .{}", field.name), self.value(&field.value), field.words.clone()]);
        table(rows.collect())
    }

    /// The views that those told are made of, each once.
    fn parts(&mut self) {
        let mut at = 0;
        while let Some(view) = self.views.get(at).copied() {
            let fields = self.reference.shape(view).map(|shape| shape.fields.as_slice()).unwrap_or_default();
            for part in fields.iter().filter_map(|field| field.value.view()) {
                self.view(&short_name(part), part);
            }
            at += 1;
        }
    }

    /// What may be done with a field, in plain words.
    fn value(&self, value: &Value) -> String {
        let words = |french, english| both(french, english).get(self.locale).to_owned();
        match value {
            Value::Text => words("mots", "words"),
            Value::Language => words("langue", "language"),
            Value::Number => words("nombre", "number"),
            Value::Pair => words("deux nombres", "two numbers"),
            Value::Truth => words("vrai ou faux", "true or false"),
            Value::View(view) => short_name(view),
            Value::List(inner) => format!("{} {}", words("liste de", "list of"), self.value(inner)),
            Value::Maybe(inner) => format!("{} {}", self.value(inner), words("ou rien", "or nothing")),
        }
    }
}

/// Rows under each other, each cell as wide as the widest of its column but the last.
fn table<const CELLS: usize>(rows: Vec<[String; CELLS]>) -> String {
    let mut widths = [0; CELLS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    text
}
