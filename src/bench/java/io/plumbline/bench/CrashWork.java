package io.plumbline.bench;

import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
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

    /** A word that nothing else has. */
    static String word(Random random) {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
    }

    /** What the portal tells with each draft that it kept: its version, which must be a new one. */
    static long kept(UidlTab tab, long before) {
        var version = tab.toldTo("plumblineAnswered").map(Long::valueOf).orElse(-1L);
        require(version > before, "The draft was not kept", tab.texts());
        return version;
    }

    private static String phone(Random random) {
        return "+1602" + (2_000_000 + random.nextInt(8_000_000));
    }
}
