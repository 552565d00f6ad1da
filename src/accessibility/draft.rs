//! The file as an audit begins: what is known filled in, every criterion still to be looked at, and what
//! leads an editor through it in comments.
//!
//! What grappe wrote here is read again without a fault, and says that the audit is not finished.

use super::criteria::{Criterion, Number, STANDARD, THEMES, Theme};
use crate::date::Day;
use crate::locale::Locale;

/// What a draft is made of.
pub struct Draft<'a> {
    /// The language of the editor.
    pub locale: Locale,
    /// The day.
    pub today: Day,
    /// The pages to look at: title, address.
    pub pages: &'a [(String, String)],
    /// The rules by which grappe looks at a part of a criterion itself.
    pub rules: &'a dyn Fn(Number) -> Vec<&'static str>,
}

impl Draft<'_> {
    /// The whole file.
    #[must_use]
    pub fn whole(&self) -> String {
        let (today, year) = (self.today, self.today.year());
        let years = format!("[{year}, {}, {}]", year + 1, year + 2);
        let beginning = match self.locale {
            Locale::French => format!(
                "\
# La déclaration d'accessibilité du site, et l'audit qui la fonde ({STANDARD}).
# Remplissez-la de haut en bas : « grappe check » dit ce qui manque et ce qui se contredit.
# Un texte peut être donné en plusieurs langues : {{ fr = \"…\", en = \"…\" }}.

[statement]
# Le jour où la déclaration a été établie, ou relue en entier
date = \"{today}\"
# Qui répond du site
entity = \"[à compléter]\"
# De quoi le site est fait
technologies = [\"HTML\", \"CSS\", \"SVG\", \"JavaScript\"]

# Comment signaler un défaut ; ôtez ce qui n'existe pas
[contact]
email = \"[à compléter]\"
telephone = \"[à compléter]\"
postal = \"[à compléter]\"

# Le schéma pluriannuel, s'il y en a un (trois ans au plus), et le plan de chaque année.
# État d'une action : to-do (à faire), under-way (en cours), done (faite).
# [scheme]
# years = {years}
# url = \"https://…\"
#
# [[plan]]
# year = {year}
# actions = [
#   {{ what = \"…\", state = \"to-do\" }},
# ]
"
            ),
            Locale::English => format!(
                "\
# The accessibility statement of the site, and the audit on which it stands ({STANDARD}).
# Fill it in from top to bottom: `grappe check` says what is missing and what contradicts itself.
# A text may be given in several languages: {{ fr = \"…\", en = \"…\" }}.

[statement]
# The day on which the statement was drawn up, or gone through as a whole
date = \"{today}\"
# Who answers for the site
entity = \"[to be completed]\"
# What the site is made with
technologies = [\"HTML\", \"CSS\", \"SVG\", \"JavaScript\"]

# How to report a fault; take out what there is not
[contact]
email = \"[to be completed]\"
telephone = \"[to be completed]\"
postal = \"[to be completed]\"

# The multi-year scheme, if there is one (three years at most), and the plan of each year.
# State of an action: to-do, under-way, done.
# [scheme]
# years = {years}
# url = \"https://…\"
#
# [[plan]]
# year = {year}
# actions = [
#   {{ what = \"…\", state = \"to-do\" }},
# ]
"
            ),
        };
        beginning + &self.audit()
    }

    /// The audit alone, to come after what a file says already.
    #[must_use]
    pub fn audit(&self) -> String {
        let today = self.today;
        let mut text = match self.locale {
            Locale::French => format!(
                "
[audit]
# Le jour de l'audit ; un audit vaut trois ans
date = \"{today}\"
auditor = \"[à compléter : qui a mené l'audit]\"
# self : par l'équipe du site ; outside : par quelqu'un d'autre
method = \"self\"
environments = [\"[à compléter : un navigateur et un lecteur d'écran, par exemple Firefox et NVDA]\"]
tools = [\"[à compléter : les outils employés]\"]

# Les pages à contrôler : l'échantillon d'usage, puis une page de chaque sorte
"
            ),
            Locale::English => format!(
                "
[audit]
# The day of the audit; an audit holds good for three years
date = \"{today}\"
auditor = \"[to be completed: who made the audit]\"
# self: the site's own people; outside: someone else
method = \"self\"
environments = [\"[to be completed: a browser and a screen reader, for example Firefox and NVDA]\"]
tools = [\"[to be completed: the tools used]\"]

# The pages to look at: the usual sample, then a page of each sort
"
            ),
        };
        for (title, address) in self.pages {
            text += &format!("[[audit.pages]]\ntitle = {}\naddress = {}\n\n", quoted(title), quoted(address));
        }
        text += match self.locale {
            Locale::French => {
                "\
# Pour chaque critère, sur toutes ces pages : conform (conforme), non-conform (non conforme),
# not-applicable (sans objet sur ces pages) ou not-tested (pas encore contrôlé).
[audit.criteria]
"
            }
            Locale::English => {
                "\
# For each criterion, on all of these pages: conform, non-conform, not-applicable (nothing that it is
# about on these pages) or not-tested (nobody has looked yet).
[audit.criteria]
"
            }
        };
        for theme in &THEMES {
            text += &self.theme(theme);
        }
        text + self.end()
    }

    fn theme(&self, theme: &Theme) -> String {
        let (number, name) = (theme.number, theme.name.get(self.locale));
        let title = match self.locale {
            Locale::French => format!("\n# Thématique {number} : {name}\n"),
            Locale::English => format!("\n# Theme {number}: {name}\n"),
        };
        title + &theme.criteria().map(|criterion| self.criterion(criterion)).collect::<String>()
    }

    fn criterion(&self, criterion: &Criterion) -> String {
        let Criterion { number, level, label, how } = criterion;
        let (label, how) = (label.get(self.locale), how.get(self.locale));
        let rules: Vec<String> = (self.rules)(*number).iter().map(|code| format!("`{code}`")).collect();
        let rules = rules.join(", ");
        let already = match (rules.is_empty(), self.locale) {
            (true, _) => String::new(),
            (false, Locale::French) => format!("#   grappe en contrôle déjà une partie : {rules}\n"),
            (false, Locale::English) => format!("#   grappe looks at a part of it already: {rules}\n"),
        };
        format!("\n# {number} ({level}) {label}\n#   {how}\n{already}{number} = \"not-tested\"\n")
    }

    const fn end(&self) -> &'static str {
        match self.locale {
            Locale::French => {
                "
# Ôtez les « # » de ce qui suit pour dire ce qui ne va pas, une section par défaut.
#
# Ce qui ne respecte pas un critère « non-conform » :
# [[non_conformities]]
# criterion = \"1.1\"
# where = \"sur quelles pages\"
# what = \"ce qui ne va pas\"
# planned = \"2027-03\"
#
# Ce qui n'est pas corrigé, parce que ce serait une charge disproportionnée :
# [[exemptions]]
# content = \"quoi\"
# reason = \"pourquoi la charge serait disproportionnée\"
# alternative = \"ce qui est proposé à la place\"
#
# Ce que la loi ne soumet pas à l'obligation d'accessibilité :
# [[out_of_scope]]
# content = \"quoi\"
# reason = \"pourquoi\"
"
            }
            Locale::English => {
                "
# Take the “#” out of what follows to say what is wrong, a section for each fault.
#
# What does not meet a criterion that is \"non-conform\":
# [[non_conformities]]
# criterion = \"1.1\"
# where = \"on which pages\"
# what = \"what is wrong\"
# planned = \"2027-03\"
#
# What is not mended, because it would be a disproportionate burden:
# [[exemptions]]
# content = \"what\"
# reason = \"why the burden would be disproportionate\"
# alternative = \"what is offered instead\"
#
# What the law does not ask to be accessible:
# [[out_of_scope]]
# content = \"what\"
# reason = \"why\"
"
            }
        }
    }
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
