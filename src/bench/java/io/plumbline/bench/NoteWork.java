package io.plumbline.bench;

import io.plumbline.sessions.SessionPhase;
import io.plumbline.uidl.GridRow;
import io.plumbline.uidl.UidlTab;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Who treats, writes notes of visits by discipline, with their rows, signs them, and adds to them what was forgotten. */
record NoteWork(UidlTab tab, String username, String password, Journal journal, Random random) implements CrashWork {
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
        var version = keep(note, "Half a sent" + CrashWork.word(random), 0);
        tab.choose("Safety re-check", "No change");
        tab.choose("Consent today", "Given");
        tab.choose("Response to treatment", "Better");
        tab.choose("Pain before", String.valueOf(random.nextInt(11)));
        if (tab.hasField("Modalities")) {
            treatAreas();
        }
        keepRow(note);
        var nextStep = "Half a sentence, and the other half: " + CrashWork.word(random);
        keep(note, nextStep, version);
        var asked = journal.ask(new Journal.NoteSigned(note, nextStep));
        tab.press("Sign");
        var questions = tab.askedInDialog();
        if (!questions.isEmpty()) {
            questions.forEach(question -> tab.type(question, "Asked at the start of the visit"));
            tab.pressInDialog("Sign");
        }
        CrashWork.require(tab.says("As it was signed"), "The signed note is not shown", tab.texts());
        asked.acknowledged();
        amend(note);
    }

    /** Marks an area, unless the note offers or has a row for one; the last note on the screen names areas too. */
    private void treatAreas() {
        tab.tick("Modalities", "Swedish massage");
        if (!tab.hasButton("Record by area") && !tab.hasField("Part of the session")) {
            tab.tell("chart-host", "click", "event.target.dataset.region || ''", "back-lumbar-left");
        }
    }

    /** Records a segment, an exercise or a single treatment, whichever the discipline asks for. */
    private void keepRow(UUID note) {
        var word = CrashWork.word(random);
        if (tab.hasField("Add segments")) {
            tab.type("Add segments", "L5 L PART HVLA");
            keepRow(note, "Listing", word, "\"listing\":\"" + word + "\"");
        } else if (tab.hasField("Modalities")) {
            if (tab.hasButton("Record by area")) {
                tab.press("Record by area");
            }
            var phases = SessionPhase.values();
            var one = random.nextInt(phases.length);
            // a note that goes on after a kill may have this one already, and then nothing is saved
            choose(note, phases[one]).acknowledged();
            var other = choose(note, phases[(one + 1) % phases.length]);
            CrashWork.kept(tab, 0);
            other.acknowledged();
        } else {
            tab.tick(tab.chooseFirst("Add an exercise"), "Done");
            keepRow(note, "Form check", word, "\"formCheck\":\"" + word + "\"");
        }
    }

    private Journal.Entry choose(UUID note, SessionPhase phase) {
        var asked = journal.ask(new Journal.RowKept(note, "\"phase\":\"" + phase + "\""));
        tab.choose("Part of the session", phase.label());
        return asked;
    }

    private void keepRow(UUID note, String label, String typed, String part) {
        var asked = journal.ask(new Journal.RowKept(note, part));
        tab.type(label, typed);
        CrashWork.kept(tab, 0);
        asked.acknowledged();
    }

    private void amend(UUID note) {
        tab.press("Add addendum");
        var version = keepAddendum(note, "Half an add" + CrashWork.word(random), -1);
        var text = "Half an addendum, and the other half: " + CrashWork.word(random);
        keepAddendum(note, text, version);
        var asked = journal.ask(new Journal.AddendumSigned(note, text));
        tab.press("Sign addendum");
        CrashWork.require(
                tab.says(text) && !tab.hasButton("Sign addendum"), "The signed addendum is not shown", tab.texts());
        asked.acknowledged();
    }

    private long keepAddendum(UUID note, String text, long before) {
        var asked = journal.ask(new Journal.AddendumKept(note, text));
        tab.type("Addendum", text);
        var version = CrashWork.kept(tab, before);
        asked.acknowledged();
        return version;
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
        CrashWork.require(tab.route().startsWith("notes/"), "The note does not open", tab.texts());
        return UUID.fromString(tab.route().substring("notes/".length()));
    }

    /** Begins a note: its first change stores it, and from then on the address of its form leads to it. */
    private void begin(Optional<String> list) {
        CrashWork.require(list.isPresent(), "No visit waits for a note", tab.texts());
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
        var version = CrashWork.kept(tab, before);
        asked.acknowledged();
        return version;
    }
}
