//! `grappe new ecodesign`: the file by which editors declare what only they know, with what is asked of each.

use std::fs;
use std::io::Write as _;

use super::super::fault::Fault;
use super::super::{CommandResult, Common, Exit};
use crate::ecodesign::{CRITERIA, Class, Criterion, FILE};
use crate::locale::{Locale, french};

pub(super) fn run(common: &Common, locale: Locale) -> CommandResult {
    let path = common.site.join(FILE);
    let mut file = match fs::File::create_new(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(Fault::Exists(path)),
        Err(source) => return Err(Fault::File { path, source }),
    };
    file.write_all(template(locale).as_bytes())
        .map_err(|source| Fault::File { path: path.clone(), source })?;
    anstream::println!("{}", path.display());
    Ok(Exit::Fine)
}

/// The file: facts first, then each criterion that an editor answers. Nothing in it is declared yet.
fn template(locale: Locale) -> String {
    let mut text = match locale {
        Locale::French => FRENCH_FACTS.to_owned(),
        Locale::English => ENGLISH_FACTS.to_owned(),
    };
    let declared = |criterion: &&Criterion| criterion.class == Class::Declared;
    let halves = |criterion: &&Criterion| {
        criterion.asked.is_some() && matches!(criterion.class, Class::Measured | Class::Built)
    };
    CRITERIA.iter().filter(declared).for_each(|criterion| text += &entry(criterion, locale));
    text += match locale {
        Locale::French => "\n# Ce que grappe mesure en partie : dites le reste.\n",
        Locale::English => "\n# What grappe measures in part: say the rest.\n",
    };
    CRITERIA.iter().filter(halves).for_each(|criterion| text += &entry(criterion, locale));
    text
}

fn entry(criterion: &Criterion, locale: Locale) -> String {
    let typeset = |words: &str| match locale {
        Locale::French => french(words),
        Locale::English => words.to_owned(),
    };
    let number = criterion.number;
    let label = typeset(criterion.label.get(locale));
    let asked = criterion.asked.map(|asked| typeset(asked.get(locale))).unwrap_or_default();
    format!(
        "\n# {number} {label}\n# {asked}.\n# [criteria.\"{number}\"]\n# state = \"validated\"\n# text = \"\"\n# url = \"\"\n# date = \n"
    )
}

const FRENCH_FACTS: &str = "\
# Ce que l'éditeur déclare de l'écoconception du site. Ôtez le « # » des lignes que vous remplissez, et ne
# remplissez que ce que vous savez : ce qui n'est ni mesuré ni déclaré reste non validé.
# Dans deux langues : text.fr = \"…\" puis text.en = \"…\".

# audiences = \"Les publics et leurs besoins.\"
# targets = \"Les objectifs de réduction, avec leur échéance.\"

# [referent]
# name = \"\"

# [review]
# every = \"6 months\"
# last = 2026-11-21

# Un essai sur un appareil d'au moins dix ans.
# [[hardware]]
# model = \"\"
# year = 2014
# system = \"\"
# browser = \"\"
# date = 2026-11-21

# Chaque fait sur l'hébergeur a sa source : `url`, ou `text`.
# [host]
# name = \"\"
# footprint = { text = \"\", url = \"\" }
# equipment = { text = \"\", url = \"\" }
# pue = { value = 1.2, url = \"\", date = 2026 }
# wue = { value = 0.3, url = \"\" }
# renewable = { value = 80, url = \"\" }
# location = { value = 44.18, text = \"\" }
# heat = { text = \"\", url = \"\" }

# Un critère par section ; `state` : validated, not-validated ou not-applicable.
";

const ENGLISH_FACTS: &str = "\
# What the publisher declares of the site's ecodesign. Take the # off the lines that you fill in, and fill in
# what you know alone: what is neither measured nor declared stays not validated.
# In two languages: text.fr = \"…\" then text.en = \"…\".

# audiences = \"The audiences and their needs.\"
# targets = \"Targets for reducing impacts, each with its date.\"

# [referent]
# name = \"\"

# [review]
# every = \"6 months\"
# last = 2026-11-21

# A test on a device of ten years or more.
# [[hardware]]
# model = \"\"
# year = 2014
# system = \"\"
# browser = \"\"
# date = 2026-11-21

# Each fact about the host has its source: `url`, or `text`.
# [host]
# name = \"\"
# footprint = { text = \"\", url = \"\" }
# equipment = { text = \"\", url = \"\" }
# pue = { value = 1.2, url = \"\", date = 2026 }
# wue = { value = 0.3, url = \"\" }
# renewable = { value = 80, url = \"\" }
# location = { value = 44.18, text = \"\" }
# heat = { text = \"\", url = \"\" }

# A section a criterion; `state`: validated, not-validated or not-applicable.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_declares_nothing_and_asks_for_each_criterion_of_editors() {
        for locale in [Locale::French, Locale::English] {
            let text = template(locale);
            assert!(text.parse::<toml::Table>().expect("TOML").is_empty());
            for criterion in CRITERIA.iter().filter(|it| it.class == Class::Declared) {
                assert!(
                    text.contains(&format!("[criteria.\"{}\"]", criterion.number)),
                    "{}",
                    criterion.number
                );
            }
        }
    }
}
