//! A fault to plant in the real site: how it is written, and how it is planted.

use std::fs;
use std::path::Path;

use grappe::source::{FilePath, Span};
use grappe::world::{MemoryWorld, World};

use super::support::{self, unescape};

/// One fault: what makes it, and where it is to be told.
pub struct Plant {
    /// The group of rules, by the name of its file.
    pub group: String,
    /// The rule that is to tell it.
    pub code: String,
    /// The word of its severity.
    pub severity: String,
    /// Whether it can live with other faults in one copy of the site.
    pub is_apart: bool,
    /// Whether it is to be told only once all pages were looked at.
    pub is_everywhere: bool,
    hides: Hidden,
    /// The criterion of eco-design that is declared, and that its pages deny.
    denies: Option<String>,
    changes: Vec<Change>,
    file: String,
    passage: Vec<String>,
}

/// The accepted warnings that a plant takes the place of.
enum Hidden {
    None,
    One,
    All,
}

/// A change of one file.
enum Change {
    Edit { file: String, old: Vec<String>, new: Vec<String> },
    Make { file: String, text: Vec<String> },
    Move { from: String, to: String },
}

/// Every plant of a folder, in the order of its files.
pub fn plants(folder: &Path) -> Vec<Plant> {
    let files = fs::read_dir(folder).expect("the plants").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    files.sort_unstable();
    let read = |path: &std::path::PathBuf| {
        let group = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(path).expect("plants are text");
        let blocks = text.split("=== ").skip(1).map(|block| Plant::read(&group, block));
        blocks.collect::<Vec<_>>()
    };
    files.iter().flat_map(read).collect()
}

impl Plant {
    fn read(group: &str, block: &str) -> Self {
        let (title, rest) = block.split_once('\n').expect("a title");
        let (code, severity) = title.split_once(": ").expect("a code and a severity");
        let mut plant = Self {
            group: group.to_owned(),
            code: code.to_owned(),
            severity: severity.to_owned(),
            hides: Hidden::None,
            denies: None,
            is_apart: false,
            is_everywhere: false,
            changes: Vec::new(),
            file: String::new(),
            passage: Vec::new(),
        };
        for line in rest.lines().filter(|line| !line.is_empty()) {
            let (sign, rest) = line.split_once(' ').unwrap_or((line, ""));
            plant.take(sign, rest);
        }
        assert!(!plant.changes.is_empty() && !plant.passage.is_empty(), "{code} changes or expects nothing");
        plant
    }

    fn take(&mut self, sign: &str, rest: &str) {
        let file = rest.to_owned();
        match (sign, self.changes.last_mut()) {
            ("#", _) => {}
            ("!", _) => self.note(rest),
            ("@", _) => self.changes.push(Change::Edit { file, old: Vec::new(), new: Vec::new() }),
            ("++", _) => self.changes.push(Change::Make { file, text: Vec::new() }),
            ("=>", Some(Change::Edit { file: from, .. })) => {
                let from = from.clone();
                self.changes.push(Change::Move { from, to: file });
            }
            ("-", Some(Change::Edit { old, new, .. })) if new.is_empty() => old.push(file),
            ("-", Some(Change::Edit { file, .. })) => {
                let edit = Change::Edit { file: file.clone(), old: vec![rest.to_owned()], new: Vec::new() };
                self.changes.push(edit);
            }
            ("+", Some(Change::Edit { new: text, .. } | Change::Make { text, .. })) => text.push(file),
            (">>", _) => self.file = file,
            (">", _) => self.passage.push(file),
            _ => panic!("{}: what is `{sign} {rest}`?", self.code),
        }
        if ["@", "++", "=>"].contains(&sign) {
            rest.clone_into(&mut self.file);
        }
    }

    fn note(&mut self, note: &str) {
        let (word, reason) = note.split_once(": ").expect("a note and its reason");
        assert!(!reason.is_empty(), "{}: no reason", self.code);
        match word {
            "apart" => self.is_apart = true,
            "everywhere" => self.is_everywhere = true,
            "hides one" => self.hides = Hidden::One,
            "hides all" => self.hides = Hidden::All,
            _ => match word.strip_prefix("denies ") {
                Some(criterion) => self.denies = Some(criterion.to_owned()),
                None => panic!("{}: what is `! {word}`?", self.code),
            },
        }
    }

    /// How many of the warnings that the site has accepted give place to it.
    pub const fn hidden(&self, accepted: usize) -> usize {
        match self.hides {
            Hidden::None => 0,
            Hidden::One => 1,
            Hidden::All => accepted,
        }
    }

    /// What is to be told of the declaration on eco-design, beside the fault itself.
    ///
    /// # Errors
    /// A criterion that is not declared validated.
    pub fn denied(&self, world: &MemoryWorld) -> Result<Option<String>, String> {
        let Some(criterion) = &self.denies else { return Ok(None) };
        let text = support::text_of(world, &FilePath::new("eco-design.toml"));
        let before = format!("[criteria.\"{criterion}\"]\nstate = ");
        let start = once(&text, &format!("{before}\"validated\""))? + before.len();
        let place = support::place(Span::new(start, start + "\"validated\"".len()), &text);
        Ok(Some(format!("eco-design.toml {place} error[ecodesign-against-measures]")))
    }

    /// The files that it changes or makes.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.changes.iter().map(|change| match change {
            Change::Edit { file, .. } | Change::Make { file, .. } | Change::Move { to: file, .. } => {
                file.as_str()
            }
        })
    }

    /// Makes the fault in a copy of the site.
    ///
    /// # Errors
    /// What the plant counts on and is not there any more.
    pub fn plant(&self, world: &mut MemoryWorld) -> Result<(), String> {
        self.changes.iter().try_for_each(|change| change.make(world))
    }

    /// What is to be told, as `file 2:11-18 error[code]`: the place is what stands between ⟦ and ⟧ in a
    /// passage that is there once.
    ///
    /// # Errors
    /// A passage that is not there once.
    pub fn expected(&self, world: &MemoryWorld) -> Result<String, String> {
        let Self { file, severity, code, .. } = self;
        let text = support::text_of(world, &FilePath::new(file));
        let passage = String::from_utf8(unescape(&self.passage.join("\n"))).expect("text");
        let (before, rest) = passage.split_once('⟦').ok_or("no ⟦")?;
        let (told, after) = rest.split_once('⟧').ok_or("no ⟧")?;
        let start = if passage == "⟦⟧" { 0 } else { once(&text, &format!("{before}{told}{after}"))? };
        let start = start + before.len();
        let place = support::place(Span::new(start, start + told.len()), &text);
        Ok(format!("{file} {place} {severity}[{code}]"))
    }
}

impl Change {
    fn make(&self, world: &mut MemoryWorld) -> Result<(), String> {
        match self {
            Self::Edit { file, old, new } => {
                let text = String::from_utf8(read(world, file)?).expect("text");
                world.insert(file, edited(&text, old, new)?);
            }
            Self::Make { file, text } => {
                if read(world, file).is_ok() {
                    return Err(format!("{file} is there already"));
                }
                world.insert(file, support::file_bytes(file, &whole(text)));
            }
            Self::Move { from, to } => {
                let text = read(world, from)?;
                world.remove(from);
                world.insert(to, text);
            }
        }
        Ok(())
    }
}

/// A text in which old lines gave place to new ones; without old ones, the new ones end it.
fn edited(text: &str, old: &[String], new: &[String]) -> Result<Vec<u8>, String> {
    if old.is_empty() {
        return Ok([text.as_bytes(), &lines(new)].concat());
    }
    let old = old.join("\n") + if new.is_empty() { "\n" } else { "" };
    let at = once(text, &old)?;
    let (before, after) = (&text[..at], &text[at + old.len()..]);
    Ok([before.as_bytes(), &unescape(&new.join("\n")), after.as_bytes()].concat())
}

/// The text of a new file; one without lines has no byte.
fn whole(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

fn lines(lines: &[String]) -> Vec<u8> {
    lines.iter().flat_map(|line| [unescape(line), b"\n".to_vec()].concat()).collect()
}

fn read(world: &MemoryWorld, file: &str) -> Result<Vec<u8>, String> {
    world.read(&FilePath::new(file)).map_err(|_| format!("{file} is not there any more"))
}

/// Where words stand in a text that has them once.
fn once(text: &str, words: &str) -> Result<usize, String> {
    let mut places = text.match_indices(words);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Ok(at),
        (None, _) => Err(format!("these words are not there:\n{words}")),
        _ => Err(format!("these words are there more than once:\n{words}")),
    }
}
