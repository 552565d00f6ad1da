//! The preview: a site kept in memory, one edit after another.
//!
//! After an edit the files that changed are read again, and the frame is hung anew where the edit
//! changed more than words. Pages are made when a browser asks for them, from the state of that
//! moment: nothing is kept of a page that an edit could make stale. What each stage last made well
//! stands in where it cannot: a file that cannot be read any more, a theme at fault, a page that
//! cannot be rendered.
//!
//! Nothing here knows a disk, a socket or a clock.

mod desk;
mod last_good;
mod memory;
mod moves;
mod page;
pub mod panel;
mod snapshot;
mod told;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::baseline::Baseline;
use crate::build::{Frame, Inputs, Options, examine};
use crate::check::check_document;
use crate::diagnostic::{Diagnostic, sorted};
use crate::output::{CompiledTheme, Site};
use crate::parse::Document;
use crate::source::FilePath;
use crate::theme::{Theme, ThemeFault};
use crate::world::{World, WorldError};
pub use desk::{Answer, Desk, Question, Waiting};
use memory::Memory;
pub use moves::Moves;
pub use page::{PageFault, Pages, Reply};
pub use snapshot::{Snapshot, Trouble};

/// What may have changed since the last look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// What these files hold, and nothing else.
    Files(Vec<FilePath>),
    /// Anything: all is looked at, and what is as it was is not read again.
    Everything,
}

/// A site that is being edited.
pub struct Preview {
    options: Options,
    memory: Memory,
    /// What was last read.
    newest: Option<Inputs>,
    /// What the pages are made of.
    shown: Option<Shown>,
    snapshot: Arc<Snapshot>,
}

/// What pages are made of: what was read, or what it was when it last could be.
struct Shown {
    inputs: Inputs,
    frame: Frame,
    dressed: Dressed,
}

/// The theme that pages wear: the newest, or the last that could be used.
#[derive(Clone)]
struct Dressed {
    theme: Arc<Theme>,
    /// Nothing where no theme could be used yet.
    compiled: Option<Arc<CompiledTheme>>,
    /// What is wrong in the newest theme's templates.
    faults: Arc<[ThemeFault]>,
    /// Whether this is not the newest.
    is_older: bool,
}

impl Dressed {
    fn new(newest: &Arc<Theme>, before: Option<&Self>) -> Self {
        let (compiled, faults) = match CompiledTheme::new(newest) {
            Ok(compiled) => (Some(Arc::new(compiled)), Vec::new()),
            Err(faults) => (None, faults),
        };
        let is_sound = compiled.is_some() && newest.is_wearable();
        match before.filter(|before| !is_sound && before.compiled.is_some()) {
            Some(before) => Self { faults: faults.into(), is_older: true, ..before.clone() },
            None => Self { theme: newest.clone(), compiled, faults: faults.into(), is_older: false },
        }
    }
}

/// The rules to be run on what was last read: it may take a while, beside the preview.
pub struct Examination {
    revision: u64,
    options: Options,
    inputs: Inputs,
    /// The frame of those inputs, where it is the one that pages hang on.
    frame: Option<Frame>,
    faults: Arc<[ThemeFault]>,
}

/// What an examination found.
pub struct Examined {
    revision: u64,
    diagnostics: Arc<[Diagnostic]>,
    told: Arc<[Diagnostic]>,
}

impl Examination {
    /// Runs the rules; `world` has the baseline.
    ///
    /// # Errors
    /// A baseline that cannot be read.
    pub fn run(self, world: &dyn World) -> Result<Examined, WorldError> {
        let frame = self.frame.unwrap_or_else(|| Frame::new(&self.inputs, self.options));
        let diagnostics = examine(&self.inputs, &frame, &self.faults);
        let told = Baseline::read(world)?.part(diagnostics.clone()).new;
        Ok(Examined { revision: self.revision, diagnostics: diagnostics.into(), told: told.into() })
    }
}

impl Preview {
    /// A preview that has looked at nothing yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let snapshot = Arc::new(Snapshot::default());
        Self { options, memory: Memory::default(), newest: None, shown: None, snapshot }
    }

    /// The state of the site.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.clone()
    }

    /// What was last read.
    #[must_use]
    pub const fn inputs(&self) -> Option<&Inputs> {
        self.newest.as_ref()
    }

    /// Looks at what may have changed. Tells whether anything did; [`Self::snapshot`] is new then,
    /// and what [`Self::examination`] gives is to be run.
    pub fn refresh(&mut self, world: &dyn World, changed: &Changed) -> bool {
        let looked = catch_unwind(AssertUnwindSafe(|| self.look(world, changed)));
        match looked {
            Ok(Ok(is_new)) => is_new,
            Ok(Err(error)) => self.stay(Trouble::World(Arc::new(error))),
            Err(_) => self.stay(Trouble::Crash),
        }
    }

    /// The rules to be run; nothing where the site could not be looked at, which is told already.
    #[must_use]
    pub fn examination(&self) -> Option<Examination> {
        if !self.snapshot.is_configured || self.snapshot.trouble.is_some() {
            return None;
        }
        let (newest, shown) = (self.newest.as_ref()?, self.shown.as_ref()?);
        let is_shown = self.snapshot.older.is_empty() && !shown.dressed.is_older;
        Some(Examination {
            revision: self.snapshot.revision,
            options: self.options,
            inputs: newest.clone(),
            frame: is_shown.then(|| shown.frame.clone()),
            faults: shown.dressed.faults.clone(),
        })
    }

    /// Takes what an examination found, unless the site has changed since.
    pub fn examined(&mut self, examined: Examined) -> bool {
        let Examined { revision, diagnostics, told } = examined;
        let is_current = revision == self.snapshot.revision && self.snapshot.trouble.is_none();
        if is_current {
            let next = Snapshot { diagnostics, told, is_examined: true, ..self.next() };
            self.snapshot = Arc::new(Snapshot { revision, ..next });
        }
        is_current
    }

    fn look(&mut self, world: &dyn World, changed: &Changed) -> Result<bool, WorldError> {
        if let Changed::Files(files) = changed
            && let Some(documents) = self.read_again(world, files)?
        {
            self.take_documents(&documents);
            return Ok(true);
        }
        let is_first = self.newest.is_none();
        let is_same = !self.memory.looks_different(world, self.newest.as_ref())?;
        if is_same && self.snapshot.trouble.is_none() {
            return Ok(false);
        }
        let memory = &mut self.memory;
        match Inputs::read(world, |entries| memory.documents(world, entries))? {
            Ok(inputs) if inputs.documents.is_empty() && self.newest.is_some() => {
                return Ok(self.stay(Trouble::NoContent));
            }
            Ok(inputs) => self.take(inputs),
            Err(diagnostics) => {
                let diagnostics: Arc<[Diagnostic]> = diagnostics.into();
                let told = diagnostics.clone();
                let next = Snapshot { diagnostics, told, is_examined: true, trouble: None, ..self.next() };
                self.snapshot = Arc::new(Snapshot { is_configured: false, ..next });
            }
        }
        if is_first {
            self.memory.looks_different(world, self.newest.as_ref())?;
        }
        Ok(true)
    }

    /// Reads files again; nothing where one is none that was read before.
    fn read_again(
        &mut self,
        world: &dyn World,
        files: &[FilePath],
    ) -> Result<Option<Vec<Arc<Document>>>, WorldError> {
        let Some(newest) = self.newest.as_ref() else { return Ok(None) };
        let is_as_before = self.snapshot.is_configured
            && self.snapshot.trouble.is_none()
            && world.today(&newest.config.time_zone) == newest.today;
        if !is_as_before {
            return Ok(None);
        }
        self.memory.read_again(world, files)
    }

    /// Goes on with some files read again and all else as it was.
    fn take_documents(&mut self, documents: &[Arc<Document>]) {
        let (Some(newest), Some(shown)) = (self.newest.as_mut(), self.shown.as_mut()) else { return };
        newest.replace(documents);
        let readable: Vec<Arc<Document>> =
            documents.iter().map(|document| self.memory.readable(document)).collect();
        let before = shown.inputs.clone();
        shown.inputs.replace(&readable);
        let frame = shown.frame.reworded(&readable);
        shown.frame = frame.unwrap_or_else(|| Frame::new(&shown.inputs, self.options));
        let own = documents.iter().flat_map(|document| check_document(document, &newest.config));
        let own: Vec<Diagnostic> = own.collect();
        self.show(Some(&before), &own);
    }

    /// Goes on with all that was read.
    fn take(&mut self, inputs: Inputs) {
        let before = self.shown.take();
        let is_same_theme = self.newest.as_ref().is_some_and(|newest| newest.theme == inputs.theme);
        let dressed = match &before {
            Some(before) if is_same_theme => before.dressed.clone(),
            _ => Dressed::new(&inputs.theme, before.as_ref().map(|before| &before.dressed)),
        };
        let documents = inputs.documents.iter().map(|document| self.memory.readable(document));
        let shown = Inputs { documents: documents.collect(), theme: dressed.theme.clone(), ..inputs.clone() };
        let frame = Frame::new(&shown, self.options);
        self.shown = Some(Shown { inputs: shown, frame, dressed });
        self.newest = Some(inputs);
        self.show(before.as_ref().map(|before| &before.inputs), &[]);
    }

    /// Makes the next snapshot of what is shown; `own` is what edited files say of themselves.
    fn show(&mut self, before: Option<&Inputs>, own: &[Diagnostic]) {
        let Some(shown) = &self.shown else { return };
        let site = shown.dressed.compiled.as_ref().map(|theme| {
            let (federation, plan) = (shown.frame.federation.clone(), shown.frame.plan.clone());
            Arc::new(Site::new(federation, plan, theme.clone()))
        });
        let mut moves = self.snapshot.moves.clone();
        if let (Some(before), Some(former), Some(site)) = (before, &self.snapshot.site, &site)
            && !Arc::ptr_eq(&former.plan, &site.plan)
        {
            moves = Arc::new(moves.after((before, former), (&shown.inputs, site)));
        }
        let with_own = |known: &Arc<[Diagnostic]>| {
            if own.is_empty() { known.clone() } else { with_own(known, own).into() }
        };
        let (diagnostics, told) = (with_own(&self.snapshot.diagnostics), with_own(&self.snapshot.told));
        self.snapshot = Arc::new(Snapshot {
            site,
            older: self.memory.unreadable(),
            diagnostics,
            told,
            is_examined: false,
            is_configured: true,
            is_theme_older: shown.dressed.is_older,
            trouble: None,
            moves,
            ..self.next()
        });
    }

    /// Stays with what is shown, and says why.
    fn stay(&mut self, trouble: Trouble) -> bool {
        let is_new = self.snapshot.trouble.as_ref() != Some(&trouble);
        if is_new {
            self.snapshot = Arc::new(Snapshot { trouble: Some(trouble), ..self.next() });
        }
        is_new
    }

    fn next(&self) -> Snapshot {
        Snapshot { revision: self.snapshot.revision + 1, ..(*self.snapshot).clone() }
    }
}

/// What is known, with what edited files say of themselves now in place of what was said of them.
fn with_own(known: &[Diagnostic], own: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_of_others = |it: &&Diagnostic| own.iter().all(|own| own.place.file != it.place.file);
    sorted(known.iter().filter(is_of_others).chain(own).cloned().collect())
}
