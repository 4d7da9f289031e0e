package io.plumbline.bench;

import io.plumbline.uidl.GridRow;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** One person's work at a portal that is killed meanwhile; each save is in the journal before it is asked. */
interface CrashWork {
    /** Signs in and opens the first screen. */
    void begin();

    /** Does one piece of work. */
    void next();

    /** Somebody who was not answered as everybody is. */
    static void require(boolean isAsItShould, String what, Object shown) {
        if (!isAsItShould) {
            throw new IllegalStateException(what + ": " + shown);
        }
    }

    /** People who ask for a consultation on the clinic's own site. */
    record Public(LoopbackBrowser browser, Journal journal, String clinic, Random random) implements CrashWork {
        @Override
        public void begin() {}

        @Override
        public void next() {
            var sent = new Journal.LeadSent(
                    "Lead " + word(random), phone(random), "It hurts when I " + word(random) + ", and at night");
            var request = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", sent.name())
                    .put("phone", sent.phone())
                    .put("concern", sent.concern())
                    .put("clinic", clinic)
                    .put("consent", true);
            var asked = journal.ask(sent);
            var answer = browser.postJson("api/public/consultations", request.toString());
            require(answer.status() == 201, "The public endpoint answers " + answer.status(), answer.body());
            asked.acknowledged();
        }
    }

    /** The desk, which enters new patients. */
    record Newcomers(UidlTab tab, String password, Journal journal, Random random) implements CrashWork {
        private static final String FORM = "patients/new";

        @Override
        public void begin() {
            tab.signIn("frontdesk", password);
            tab.open(FORM);
        }

        @Override
        public void next() {
            if (!tab.route().equals(FORM)) {
                tab.go(FORM);
            }
            var added = new Journal.PatientAdded("Given " + word(random), "Family " + word(random), phone(random));
            tab.type("Given name", added.givenName());
            tab.type("Family name", added.familyName());
            tab.type("Phone", added.phone());
            var asked = journal.ask(added);
            tab.press("Add patient");
            require(
                    !tab.route().equals(FORM) && tab.says(added.givenName() + " " + added.familyName()),
                    "The new patient is not shown",
                    tab.texts());
            asked.acknowledged();
        }
    }

    /** The desk, which calls leads that nobody called yet. */
    record Calls(UidlTab tab, String password, Journal journal, Random random) implements CrashWork {
        private static final String LIST = "Open consultation leads";
        private static final List<String> OUTCOMES = List.of("Reached", "No answer", "Voicemail");

        @Override
        public void begin() {
            tab.signIn("frontdesk", password);
            tab.open("leads");
        }

        @Override
        public void next() {
            if (!tab.route().equals("leads")) {
                tab.go("leads");
            }
            var uncalled = tab.rows(LIST).stream()
                    .filter(row -> row.says("status").equals("New"))
                    .findFirst();
            if (uncalled.isEmpty()) {
                tab.go("leads");
                return;
            }
            tab.go(uncalled.get().says("address"));
            if (tab.hasButton("Claim")) {
                tab.press("Claim");
            }
            var outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            var lead = UUID.fromString(tab.route().substring("leads/".length()));
            var asked = journal.ask(new Journal.LeadCalled(
                    lead, outcome.toUpperCase(Locale.ROOT).replace(' ', '_')));
            tab.press(outcome);
            require(tab.says(outcome + " · "), "The call is not shown", tab.texts());
            asked.acknowledged();
        }
    }

    /** Who treats, writes notes of visits and signs them. */
    record Notes(UidlTab tab, String username, String password, Journal journal, Random random) implements CrashWork {
        private static final String UNSIGNED = "My unsigned notes";
        private static final List<String> UNWRITTEN = List.of("My earlier visits without a note", "My visits today");

        @Override
        public void begin() {
            tab.signIn(username, password);
            tab.open("notes");
        }

        @Override
        public void next() {
            if (!tab.route().equals("notes")) {
                tab.go("notes");
            }
            var note = open();
            var version = keep(note, "Half a sent" + word(random), 0);
            tab.choose("Safety re-check", "No change");
            tab.choose("Consent today", "Given");
            tab.choose("Response to treatment", "Better");
            tab.choose("Pain before", String.valueOf(random.nextInt(11)));
            if (!tab.says("Lumbar paraspinals, left")) {
                tab.tell("chart-host", "click", "event.target.dataset.region || ''", "back-lumbar-left");
            }
            tab.tick("Modalities", "Swedish massage");
            var nextStep = "Half a sentence, and the other half: " + word(random);
            keep(note, nextStep, version);
            var asked = journal.ask(new Journal.NoteSigned(note, nextStep));
            tab.press("Sign");
            var questions = tab.askedInDialog();
            if (!questions.isEmpty()) {
                questions.forEach(question -> tab.type(question, "Asked at the start of the visit"));
                tab.pressInDialog("Sign");
            }
            require(tab.says("As it was signed"), "The signed note is not shown", tab.texts());
            asked.acknowledged();
        }

        /** Goes on with a note that a kill left half written, or begins one. */
        private UUID open() {
            var half = rows(UNSIGNED).filter(this::isOurs).findFirst();
            if (half.isPresent()) {
                tab.go(half.get().says("address"));
            } else {
                begin(UNWRITTEN.stream()
                        .filter(list -> waiting(list).findAny().isPresent())
                        .findFirst());
            }
            require(tab.route().startsWith("notes/"), "The note does not open", tab.texts());
            return UUID.fromString(tab.route().substring("notes/".length()));
        }

        /** Begins a note: its first change stores it, and from then on the address of its form leads to it. */
        private void begin(Optional<String> list) {
            require(list.isPresent(), "No visit waits for a note", tab.texts());
            var some = waiting(list.orElseThrow()).toList();
            tab.pressIn(list.orElseThrow(), some.get(random.nextInt(some.size())), "begin");
            tab.choose("Safety re-check", "No change");
            tab.go(tab.route());
        }

        private Stream<GridRow> waiting(String list) {
            return rows(list).filter(row -> row.says("begins").equals("true"));
        }

        private Stream<GridRow> rows(String list) {
            return tab.hasField(list) ? tab.rows(list).stream() : Stream.empty();
        }

        private boolean isOurs(GridRow row) {
            return journal.entries().stream()
                    .map(Journal.Entry::save)
                    .anyMatch(save -> save instanceof Journal.NoteKept kept
                            && row.says("address").equals("notes/" + kept.note()));
        }

        private long keep(UUID note, String nextStep, long before) {
            var asked = journal.ask(new Journal.NoteKept(note, nextStep));
            tab.type("Next step", nextStep);
            var version = tab.toldTo("plumblineAnswered").map(Long::valueOf).orElse(-1L);
            require(version > before, "The draft was not kept", tab.texts());
            asked.acknowledged();
            return version;
        }
    }

    private static String word(Random random) {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
    }

    private static String phone(Random random) {
        return "+1602" + (2_000_000 + random.nextInt(8_000_000));
    }
}
