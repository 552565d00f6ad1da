//! A preview for browsers on this machine: what changed is looked at, rules run beside, tabs that wait
//! are told, and what is asked is answered. Nothing is written.
//!
//! Three threads share one state. The *looker* takes each change in and publishes the next snapshot;
//! the *examiner* runs the rules on it; the server answers from the last one published, on a thread
//! for each request. Nobody waits for the rules to see an edit.

mod answer;
mod impact;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use super::disk::DiskWorld;
use super::http::{Exchange, Held, Response, Server, content_type};
use super::watch::{self, Warning, Watcher};
use crate::build::{Inputs, TOP_FILES};
use crate::config;
use crate::preview::{Answer, Changed, Desk, Examination, Preview, Snapshot, Trouble, Waiting};
use crate::source::FilePath;
use crate::theme::THEMES;
use crate::world::World;

/// How many tabs may wait at one time.
const MOST_TABS: usize = 64;

/// How long a tab waits at most: less than what lies between makes of a silent connection.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// How often to see to tabs that wait and to the day.
const ROUND: Duration = Duration::from_secs(1);

/// What happens, for whoever tells it.
pub enum News<'a> {
    /// A change was taken in.
    Looked {
        /// The files that were written, where nothing else can have changed.
        files: Option<&'a BTreeSet<FilePath>>,
        /// How long it took, the wait for its end aside.
        time: Duration,
    },
    /// The rules were run.
    Examined(&'a Snapshot),
    /// The system gives no notices of changes.
    Unwatched(&'a Warning),
}

/// A site being previewed.
pub struct Serving<'a> {
    world: &'a DiskWorld,
    /// The folder of the built site, that edits are compared with.
    built: PathBuf,
    desk: Desk,
    state: Mutex<State>,
    /// The last state published: nobody who is answered waits for a look.
    published: RwLock<Arc<Snapshot>>,
    held: Held<Waiting>,
}

struct State {
    preview: Preview,
    /// Where examinations are sent while someone runs them.
    examiner: Option<Sender<Examination>>,
}

impl State {
    fn send_examination(&self) {
        if let (Some(examiner), Some(examination)) = (&self.examiner, self.preview.examination()) {
            // Nobody runs it any more where the server has stopped.
            let _ = examiner.send(examination);
        }
    }
}

impl<'a> Serving<'a> {
    /// A preview of a site; `built` is the folder of the built site, that edits are compared with.
    #[must_use]
    pub fn new(world: &'a DiskWorld, built: PathBuf, desk: Desk, preview: Preview) -> Self {
        let published = RwLock::new(preview.snapshot());
        let state = Mutex::new(State { preview, examiner: None });
        Self { world, built, desk, state, published, held: Held::new(MOST_TABS) }
    }

    /// Serves until the server is stopped.
    pub fn run(&self, server: &Server, tell: &(dyn Fn(News<'_>) + Sync)) {
        let (sender, receiver) = channel();
        {
            let mut state = self.state();
            state.examiner = Some(sender);
            // What was looked at before there was an examiner.
            state.send_examination();
        }
        thread::scope(|scope| {
            let stop = server.stopper();
            let looker = scope.spawn(move || self.look_out(&stop, tell));
            scope.spawn(move || self.examine(&receiver, tell));
            server.serve(|exchange| self.attend(exchange));
            // The looker ends by itself within a round; the examiner when nothing more can come.
            drop(looker.join());
            self.state().examiner = None;
        });
    }

    /// Takes changes in as they come.
    fn look_out(&self, stop: &super::http::Stopper, tell: &(dyn Fn(News<'_>) + Sync)) {
        let mut roots = self.roots();
        let mut watcher = self.watcher(&roots);
        let mut is_warned = false;
        self.look(&watch::Changed::Everything, tell);
        while !stop.is_stopping() {
            if let Some(warning) = watcher.warning().filter(|_| !is_warned) {
                tell(News::Unwatched(warning));
                is_warned = true;
            }
            match watcher.next(ROUND) {
                Some(changed) => self.look(&changed, tell),
                None if self.is_to_look() => self.look(&watch::Changed::Everything, tell),
                None => {}
            }
            self.release_late();
            if self.roots() != roots {
                roots = self.roots();
                watcher = self.watcher(&roots);
            }
        }
    }

    fn look(&self, changed: &watch::Changed, tell: &(dyn Fn(News<'_>) + Sync)) {
        let start = Instant::now();
        let files = self.files(changed);
        let changed = match &files {
            Some(files) => Changed::Files(files.iter().cloned().collect()),
            None => Changed::Everything,
        };
        let is_new = {
            let mut state = self.state();
            let is_new = state.preview.refresh(self.world, &changed);
            if is_new {
                state.send_examination();
                self.publish(&state);
            }
            is_new
        };
        if is_new {
            tell(News::Looked { files: files.as_ref(), time: start.elapsed() });
            self.send_news();
            let snapshot = self.snapshot();
            if snapshot.is_examined || snapshot.trouble.is_some() {
                tell(News::Examined(&snapshot));
            }
        }
    }

    /// Runs the rules on the newest state, as often as there is one.
    fn examine(&self, examinations: &Receiver<Examination>, tell: &(dyn Fn(News<'_>) + Sync)) {
        while let Ok(first) = examinations.recv() {
            // What came in the meantime is all that matters.
            let newest = examinations.try_iter().last().unwrap_or(first);
            // A rule that crashes costs what it would have told, and no more.
            let run = catch_unwind(AssertUnwindSafe(|| newest.run(self.world)));
            let Ok(Ok(examined)) = run else { continue };
            let is_current = {
                let mut state = self.state();
                let is_current = state.preview.examined(examined);
                self.publish(&state);
                is_current
            };
            if is_current {
                self.send_news();
                tell(News::Examined(&self.snapshot()));
            }
        }
    }

    /// Tells tabs what is new for them.
    fn send_news(&self) {
        let snapshot = self.snapshot();
        self.held.answer(|waiting, _| {
            let news = || self.desk.news(&snapshot, self.world, waiting);
            // A page that crashes is its tab's affair: the others are told.
            catch_unwind(AssertUnwindSafe(news)).ok().flatten().map(self::news)
        });
    }

    /// Answers tabs that have waited long: they ask again, and nobody holds a dead connection.
    fn release_late(&self) {
        let snapshot = self.snapshot();
        self.held.answer(|waiting, since| {
            (since > LONGEST_WAIT).then(|| news(self.desk.all(&snapshot, self.world, waiting)))
        });
    }

    fn attend(&self, exchange: Exchange) {
        let snapshot = self.snapshot();
        let answer = self.desk.answer(&snapshot, self.world, exchange.request());
        match answer {
            Answer::Wait(waiting) => {
                self.held.hold(exchange, waiting);
                // What came between the look and the wait.
                self.send_news();
            }
            Answer::Impact => {
                let page = self.desk.impact(self.impact().as_ref());
                exchange.respond(Response::new(200, content_type("page.html"), page));
            }
            answer => {
                let response = answer::response(self.world, exchange.request().path(), answer);
                exchange.respond(response);
            }
        }
    }

    /// Whether to look without a notice: on another day, and while the site could not be looked at.
    fn is_to_look(&self) -> bool {
        let snapshot = self.snapshot();
        let is_out_of_reach = matches!(snapshot.trouble, Some(Trouble::World(_) | Trouble::NoContent));
        is_out_of_reach || self.is_another_day(&snapshot)
    }

    fn is_another_day(&self, snapshot: &Snapshot) -> bool {
        snapshot.site.as_ref().is_some_and(|site| {
            let federation = &site.federation;
            self.world.today(&federation.config.time_zone) != federation.today()
        })
    }

    /// The files that were written; nothing where anything may have changed.
    fn files(&self, changed: &watch::Changed) -> Option<BTreeSet<FilePath>> {
        match changed {
            watch::Changed::Files(files) => files.iter().map(|file| self.world.path_of(file)).collect(),
            watch::Changed::Everything => None,
        }
    }

    /// The folders of the content.
    fn roots(&self) -> Vec<String> {
        let usual = || vec![config::DEFAULT_ROOT.to_owned()];
        self.state().preview.inputs().map_or_else(usual, |inputs| inputs.config.content_roots.clone())
    }

    fn watcher(&self, roots: &[String]) -> Watcher {
        let at = |path: &str| self.world.locate(&FilePath::new(path));
        let folders: Vec<PathBuf> = roots.iter().map(String::as_str).chain([THEMES]).map(at).collect();
        Watcher::new(&folders, &TOP_FILES.map(at))
    }

    fn inputs(&self) -> Option<Inputs> {
        self.state().preview.inputs().cloned()
    }

    fn built(&self) -> &Path {
        &self.built
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        self.published.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn publish(&self, state: &State) {
        *self.published.write().unwrap_or_else(PoisonError::into_inner) = state.preview.snapshot();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A look that panicked was caught within the preview, which is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn news(text: String) -> Response {
    Response::new(200, content_type("news.json"), text)
}
