//! The criteria of the RGESN, version of 2024 (ARCEP, Arcom, ADEME and others), by number.
//!
//! Numbers and weights are the standard's; labels, classes and what is asked are ours.

use super::criterion::Class::{Absent, Built, Declared, Measured};
use super::criterion::Weight::{Moderate, Priority, Recommended};
use super::criterion::{Class, Criterion, Weight};
use crate::locale::{Bilingual, both};

/// One that the build alone answers.
const fn build(number: &'static str, weight: Weight, class: Class, label: Bilingual) -> Criterion {
    Criterion { number, weight, class, label, asked: None }
}

/// One for which an editor is asked something.
const fn editor(
    number: &'static str,
    weight: Weight,
    class: Class,
    label: Bilingual,
    asked: Bilingual,
) -> Criterion {
    Criterion { number, weight, class, label, asked: Some(asked) }
}

/// Every criterion.
pub const CRITERIA: [Criterion; 78] = [
    editor(
        "1.1",
        Priority,
        Declared,
        both("Utilité du service, impacts compris", "Use of the service, impacts weighed"),
        both(
            "à quoi sert le site, pour qui, et pourquoi ce service vaut ses impacts",
            "what the site is for, for whom, and why that is worth its impacts",
        ),
    ),
    editor(
        "1.2",
        Priority,
        Declared,
        both("Publics visés et leurs besoins", "Audiences and their needs"),
        both(
            "les publics et leurs besoins, dans `audiences`",
            "the audiences and their needs, in `audiences`",
        ),
    ),
    editor(
        "1.3",
        Recommended,
        Declared,
        both("Référent en écoconception", "Person in charge of ecodesign"),
        both(
            "un nom ou une adresse générique, dans `[referent]`",
            "a name or a generic address, in `[referent]`",
        ),
    ),
    editor(
        "1.4",
        Priority,
        Declared,
        both("Revues régulières de la démarche", "Regular reviews of the approach"),
        both(
            "la périodicité et la date de la dernière revue, dans `[review]`",
            "how often, and the date of the last review, in `[review]`",
        ),
    ),
    editor(
        "1.5",
        Priority,
        Declared,
        both("Objectifs de réduction des impacts", "Targets for reducing impacts"),
        both(
            "les objectifs, dans `targets`, et comment leur atteinte est suivie",
            "the targets, in `targets`, and how they are followed",
        ),
    ),
    build(
        "1.6",
        Recommended,
        Built,
        both("Collecte de données limitée au nécessaire", "Data collected only as needed"),
    ),
    editor(
        "1.7",
        Moderate,
        Declared,
        both("Chiffrement à la mesure des besoins", "Encryption that fits the needs"),
        both("ce qui est chiffré et pourquoi cela suffit", "what is encrypted and why that is enough"),
    ),
    editor(
        "1.8",
        Recommended,
        Declared,
        both("Part de logiciel libre et de contenu ouvert", "Free software and open content"),
        both("où est le code, sous quelle licence", "where the code is, under what licence"),
    ),
    build(
        "1.9",
        Priority,
        Built,
        both("Techniques standard et interopérables", "Standard techniques that work together"),
    ),
    editor(
        "1.10",
        Recommended,
        Absent,
        both("Matériel piloté par des interfaces ouvertes", "Hardware driven by open interfaces"),
        both(
            "comment le matériel est piloté, par quelles interfaces",
            "how hardware is driven, by what interfaces",
        ),
    ),
    editor(
        "2.1",
        Priority,
        Declared,
        both("Matériels avec lesquels le site se consulte", "Hardware that the site can be read with"),
        both("les appareils les plus modestes qui conviennent", "the humblest devices that will do"),
    ),
    editor(
        "2.2",
        Priority,
        Declared,
        both("Usage sur d'anciens appareils", "Use on old devices"),
        both(
            "un essai sur un appareil d'au moins dix ans, dans `[[hardware]]`",
            "a test on a device of ten years or more, in `[[hardware]]`",
        ),
    ),
    build("2.3", Recommended, Measured, both("Usage avec une connexion lente", "Use over a slow connection")),
    editor(
        "2.4",
        Priority,
        Measured,
        both("Usage avec d'anciens systèmes et navigateurs", "Use with old systems and browsers"),
        both(
            "que les pages se lisent et s'utilisent sans script, et comment c'est vérifié",
            "that pages can be read and used without script, and how that is checked",
        ),
    ),
    editor(
        "2.5",
        Priority,
        Measured,
        both("Adaptation à tous les écrans", "Fit for every screen"),
        both(
            "sur quelles largeurs les pages ont été essayées sans défilement horizontal",
            "at what widths pages were tried without scrolling sideways",
        ),
    ),
    editor(
        "2.6",
        Recommended,
        Declared,
        both("Revues de conception et de code sobres", "Design and code reviewed for sobriety"),
        both(
            "qui relit la conception et le code, avec quels critères",
            "who reviews design and code, by what criteria",
        ),
    ),
    editor(
        "2.7",
        Priority,
        Declared,
        both("Maintenance et fin de vie prévues", "Maintenance and end of life planned"),
        both(
            "qui entretient le site, et ce qu'il devient quand il s'arrête",
            "who maintains the site, and what becomes of it when it ends",
        ),
    ),
    editor(
        "2.8",
        Priority,
        Declared,
        both("Exigences envers les fournisseurs", "Demands made on suppliers"),
        both(
            "ce qui est demandé à l'hébergeur et aux prestataires",
            "what is asked of the host and of contractors",
        ),
    ),
    editor(
        "2.9",
        Moderate,
        Absent,
        both("Composants d'interface prêts à l'emploi", "Ready-made interface components"),
        both(
            "comment l'impact de chaque composant a été pesé",
            "how the impact of each component was weighed",
        ),
    ),
    editor(
        "2.10",
        Priority,
        Measured,
        both("Services tiers choisis selon leurs impacts", "Third parties chosen by their impacts"),
        both(
            "comment l'impact de chaque service tiers a été pesé",
            "how the impact of each third party was weighed",
        ),
    ),
    build("3.1", Priority, Built, both("Architecture économe", "Thrifty architecture")),
    editor(
        "3.2",
        Recommended,
        Declared,
        both("Ressources du serveur ajustées à l'usage", "Server resources that follow use"),
        both(
            "comment l'hébergement partage ou ajuste ses ressources",
            "how the host shares or adapts its resources",
        ),
    ),
    editor(
        "3.3",
        Moderate,
        Declared,
        both("Évolution des protocoles du réseau", "Network protocols that move on"),
        both(
            "IPv6 et TLS 1.3 chez l'hébergeur, constatés ou déclarés",
            "IPv6 and TLS 1.3 at the host, verified or stated",
        ),
    ),
    editor(
        "3.4",
        Priority,
        Absent,
        both("Correctifs des équipements vendus avec le service", "Fixes for devices sold with the service"),
        both("la durée des correctifs des équipements vendus", "for how long devices sold get fixes"),
    ),
    editor(
        "3.5",
        Moderate,
        Absent,
        both("Correctifs séparés des évolutions", "Fixes apart from new features"),
        both("comment les correctifs s'installent à part", "how fixes are installed apart"),
    ),
    editor(
        "3.6",
        Moderate,
        Absent,
        both("Mises à jour par différences", "Updates by differences"),
        both(
            "comment les mises à jour se limitent aux différences",
            "how updates are limited to differences",
        ),
    ),
    editor(
        "3.7",
        Moderate,
        Declared,
        both("Environnements de travail sollicités au besoin", "Working environments used as needed"),
        both(
            "les environnements d'essai, et quand ils fonctionnent",
            "the environments for tests, and when they run",
        ),
    ),
    build(
        "4.1",
        Priority,
        Measured,
        both("Rien ne bouge ni ne parle de soi-même", "Nothing moves or speaks by itself"),
    ),
    build("4.2", Priority, Built, both("Pas de défilement sans fin", "No endless scrolling")),
    editor(
        "4.3",
        Recommended,
        Declared,
        both("Parcours courts vers l'essentiel", "Short ways to what matters"),
        both(
            "les parcours principaux et comment ils ont été raccourcis",
            "the main ways through the site and how they were shortened",
        ),
    ),
    build(
        "4.4",
        Recommended,
        Measured,
        both("Services tiers activés par le visiteur seul", "Third parties only when visitors ask"),
    ),
    build("4.5", Moderate, Built, both("Composants natifs du navigateur", "The browser's own components")),
    editor(
        "4.6",
        Recommended,
        Measured,
        both("Vidéos, sons et animations qui informent", "Films, sounds and motion that inform"),
        both("ce que chaque vidéo, son ou animation apporte", "what each film, sound or motion brings"),
    ),
    editor(
        "4.7",
        Moderate,
        Measured,
        both("Le média le plus sobre qui convienne", "The lightest medium that will do"),
        both("pourquoi le texte ne suffisait pas", "why text would not do"),
    ),
    build("4.8", Moderate, Measured, both("Polices téléchargées limitées", "Few fonts to download")),
    editor(
        "4.9",
        Moderate,
        Built,
        both("Peu de requêtes pendant la saisie", "Few requests while typing"),
        both(
            "ce que les scripts demandent au serveur pendant la saisie, et ce qui le limite",
            "what scripts ask the server for while one types, and what limits it",
        ),
    ),
    editor(
        "4.10",
        Moderate,
        Measured,
        both("Formulaires qui disent ce qu'ils attendent", "Forms that say what they expect"),
        both("comment chaque champ dit le format attendu", "how each field says what format it expects"),
    ),
    editor(
        "4.11",
        Moderate,
        Measured,
        both("Poids et format des fichiers à envoyer", "Weight and format of files to send"),
        both(
            "comment le formulaire dit le poids et le format acceptés",
            "how the form says what weight and format it takes",
        ),
    ),
    editor(
        "4.12",
        Recommended,
        Measured,
        both("Usages lourds signalés", "Heavy uses pointed out"),
        both("comment le poids des fichiers lourds est annoncé", "how the weight of heavy files is told"),
    ),
    build("4.13", Priority, Built, both("Notifications limitées", "Few notifications")),
    editor(
        "4.14",
        Recommended,
        Built,
        both("Pas de procédé manipulateur", "No manipulation"),
        both(
            "la relecture de l'interface sur ce point, et sa date",
            "that the interface was reviewed for this, and when",
        ),
    ),
    build(
        "4.15",
        Recommended,
        Measured,
        both("Le visiteur voit l'impact de sa visite", "Visitors see what their visit costs"),
    ),
    build(
        "5.1",
        Recommended,
        Measured,
        both("Format adapté de chaque image", "A fit format for each picture"),
    ),
    editor(
        "5.2",
        Recommended,
        Measured,
        both("Compression adaptée des images", "Pictures compressed as fits"),
        both("comment la qualité des images est choisie", "how the quality of pictures is chosen"),
    ),
    editor(
        "5.3",
        Priority,
        Absent,
        both("Définition adaptée des vidéos", "Films of a fit definition"),
        both("la définition de chaque vidéo et pourquoi", "the definition of each film and why"),
    ),
    editor(
        "5.4",
        Priority,
        Absent,
        both("Compression efficace des vidéos", "Films well compressed"),
        both("le format de compression de chaque vidéo", "how each film is compressed"),
    ),
    editor(
        "5.5",
        Priority,
        Absent,
        both("Vidéos en écoute seule", "Films to be listened to alone"),
        both("comment le son s'écoute sans l'image", "how the sound is heard without the picture"),
    ),
    editor(
        "5.6",
        Moderate,
        Absent,
        both("Compression adaptée des sons", "Sounds compressed as fits"),
        both("le format de compression de chaque son", "how each sound is compressed"),
    ),
    editor(
        "5.7",
        Moderate,
        Measured,
        both("Format adapté de chaque document", "A fit format for each document"),
        both(
            "comment les documents sont allégés avant publication",
            "how documents are made light before they are published",
        ),
    ),
    editor(
        "5.8",
        Recommended,
        Measured,
        both("Contenus périmés retirés", "Outdated content removed"),
        both(
            "comment les contenus périmés sont archivés ou retirés",
            "how outdated content is archived or removed",
        ),
    ),
    build(
        "6.1",
        Recommended,
        Measured,
        both("Poids et requêtes limités par page", "Weight and requests limited on each page"),
    ),
    build("6.2", Recommended, Measured, both("Mise en cache des fichiers", "Files cached")),
    build(
        "6.3",
        Moderate,
        Measured,
        both("Compression des fichiers envoyés", "Files compressed as they are sent"),
    ),
    editor(
        "6.4",
        Recommended,
        Measured,
        both("Images aux dimensions de leur affichage", "Pictures of the size that they show at"),
        both(
            "comment les images sont ramenées à leur taille d'affichage",
            "how pictures are brought to the size that they show at",
        ),
    ),
    editor(
        "6.5",
        Recommended,
        Measured,
        both("Rien de chargé pour rien", "Nothing loaded for nothing"),
        both("comment les styles inutilisés sont repérés", "how unused styles are found"),
    ),
    editor(
        "6.6",
        Moderate,
        Absent,
        both("Capteurs des appareils", "Sensors of devices"),
        both("quels capteurs servent, et à quoi", "which sensors are used, and what for"),
    ),
    build(
        "6.7",
        Moderate,
        Measured,
        both("Fichiers servis par un seul domaine", "Files served from one domain"),
    ),
    build(
        "7.1",
        Recommended,
        Built,
        both("Réponses gardées prêtes par le serveur", "Answers kept ready by the server"),
    ),
    editor(
        "7.2",
        Recommended,
        Declared,
        both("Durée de conservation des données", "How long data are kept"),
        both("la durée de conservation des journaux et des contenus", "how long logs and content are kept"),
    ),
    editor(
        "7.3",
        Moderate,
        Absent,
        both("Traitements en arrière-plan annoncés", "Background work announced"),
        both("comment un traitement en cours est annoncé", "how work under way is announced"),
    ),
    editor(
        "7.4",
        Priority,
        Absent,
        both("Mécanisme de consensus économe", "Thrifty consensus mechanism"),
        both("le mécanisme de consensus et sa consommation", "the consensus mechanism and what it consumes"),
    ),
    editor(
        "8.1",
        Priority,
        Declared,
        both("Hébergeur engagé à réduire son empreinte", "A host bound to reduce its footprint"),
        both(
            "l'engagement de l'hébergeur, avec sa source, dans `[host.footprint]`",
            "what the host has bound itself to, with its source, in `[host.footprint]`",
        ),
    ),
    editor(
        "8.2",
        Priority,
        Declared,
        both("Équipements du centre gérés durablement", "The host's equipment managed to last"),
        both(
            "la politique de gestion des équipements, avec sa source, dans `[host.equipment]`",
            "the policy on equipment, with its source, in `[host.equipment]`",
        ),
    ),
    editor(
        "8.3",
        Priority,
        Declared,
        both("Efficacité énergétique du centre (PUE)", "Energy efficiency of the centre (PUE)"),
        both(
            "le PUE mesuré, inférieur à 1,5, avec sa source, dans `[host.pue]`",
            "the PUE measured, below 1.5, with its source, in `[host.pue]`",
        ),
    ),
    editor(
        "8.4",
        Recommended,
        Declared,
        both("Efficacité en eau du centre (WUE)", "Water efficiency of the centre (WUE)"),
        both(
            "le WUE, au plus 0,4 l/kWh, avec sa source, dans `[host.wue]`",
            "the WUE, at most 0.4 l/kWh, with its source, in `[host.wue]`",
        ),
    ),
    editor(
        "8.5",
        Recommended,
        Declared,
        both(
            "Électricité surtout renouvelable, et documentée",
            "Electricity mostly renewable, and documented",
        ),
        both(
            "la part d'électricité renouvelable, en pour cent, avec sa source, dans `[host.renewable]`",
            "the share of renewable electricity, in per cent, with its source, in `[host.renewable]`",
        ),
    ),
    editor(
        "8.6",
        Recommended,
        Declared,
        both("Lieu d'hébergement cohérent et peu carboné", "A fit place to host, low in carbon"),
        both(
            "le lieu et les grammes de CO₂ par kWh (moins de 100), avec leur source, dans `[host.location]`",
            "the place and its grams of CO₂ per kWh (below 100), with the source, in `[host.location]`",
        ),
    ),
    editor(
        "8.7",
        Recommended,
        Declared,
        both("Chaleur des serveurs bien traitée", "Heat of servers well handled"),
        both(
            "ce que devient la chaleur, avec sa source, dans `[host.heat]` ; un PUE inférieur à 1,3 suffit",
            "what becomes of the heat, with its source, in `[host.heat]`; a PUE below 1.3 will do",
        ),
    ),
    editor(
        "8.8",
        Moderate,
        Absent,
        both("Données chaudes et froides séparées", "Hot and cold data kept apart"),
        both("comment les données sont séparées", "how data are kept apart"),
    ),
    editor(
        "8.9",
        Recommended,
        Declared,
        both("Données dupliquées au besoin seulement", "Data copied only as needed"),
        both(
            "les copies et sauvegardes, et pourquoi elles suffisent",
            "the copies and backups, and why they are enough",
        ),
    ),
    editor(
        "8.10",
        Recommended,
        Absent,
        both("Calculs différés selon le réseau électrique", "Computing put off to suit the grid"),
        both("quand les calculs différés ont lieu", "when computing that is put off takes place"),
    ),
    build(
        "9.1",
        Priority,
        Built,
        both("Nécessité d'un apprentissage questionnée", "Training only where it is needed"),
    ),
    editor(
        "9.2",
        Priority,
        Absent,
        both("Apprentissage d'une complexité mesurée", "Training no more complex than needed"),
        both("le modèle et pourquoi sa complexité convient", "the model and why its complexity fits"),
    ),
    editor(
        "9.3",
        Priority,
        Absent,
        both("Quantité d'apprentissage limitée", "Amount of training limited"),
        both("ce qui limite l'apprentissage", "what limits training"),
    ),
    editor(
        "9.4",
        Priority,
        Absent,
        both("Données d'apprentissage limitées", "Training data limited"),
        both("ce qui limite les données d'apprentissage", "what limits training data"),
    ),
    editor(
        "9.5",
        Priority,
        Absent,
        both("Réapprentissage au besoin seulement", "Training again only as needed"),
        both("quand le modèle est entraîné à nouveau", "when the model is trained again"),
    ),
    editor(
        "9.6",
        Recommended,
        Absent,
        both("Modèles compressés", "Models compressed"),
        both("comment les modèles sont compressés", "how models are compressed"),
    ),
    editor(
        "9.7",
        Priority,
        Absent,
        both("Inférence économe", "Thrifty inference"),
        both("ce qui rend l'inférence économe", "what makes inference thrifty"),
    ),
];
