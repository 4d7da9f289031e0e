package io.plumbline.bench;

import io.plumbline.uidl.UidlTab;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The chiropractor, who writes intake notes and treatment plans, and holds and resumes plans that run. */
record RecordWork(UidlTab tab, String password, PreparedRecords.Found records, Journal journal, Random random)
        implements CrashWork {
    /** So often a move is tried again when a delivered visit came between. */
    private static final int TRIES = 5;

    @Override
    public void begin() {
        tab.signIn("chiropractor", password);
        tab.open("notes");
    }

    @Override
    public void next() {
        write();
        plan();
        if (!records.runningPlans().isEmpty()) {
            move(any(records.runningPlans()));
        }
    }

    private void write() {
        var note = any(records.intakes());
        tab.go("intake/" + note);
        var complaint = "It hurts when I " + CrashWork.word(random);
        var asked = journal.ask(new Journal.IntakeKept(note, complaint));
        tab.type("Complaint", complaint);
        CrashWork.kept(tab, 0);
        asked.acknowledged();
    }

    private void plan() {
        var plan = any(records.draftPlans());
        tab.go("plans/" + plan);
        var title = "Plan " + CrashWork.word(random);
        var asked = journal.ask(new Journal.PlanKept(plan, title));
        tab.type("Name of the plan", title);
        CrashWork.kept(tab, 0);
        asked.acknowledged();
    }

    private void move(UUID plan) {
        tab.go("plans/" + plan);
        var isHeld = tab.hasButton("Resume…");
        // enough letters for a reason, whatever is drawn
        var reason = "The patient asked for it because of " + CrashWork.word(random);
        var verb = isHeld ? "Resume" : "Hold";
        tab.press(verb + "…");
        tab.type("Reason", reason);
        var asked = journal.ask(new Journal.PlanMoved(plan, isHeld ? "ACTIVE" : "ON_HOLD", reason));
        for (int tries = 0; tries < TRIES && !isMoved(isHeld); tries++) {
            tab.pressInDialog(verb);
        }
        CrashWork.require(isMoved(isHeld), "The plan was not moved", tab.texts());
        asked.acknowledged();
    }

    private boolean isMoved(boolean wasHeld) {
        return tab.hasButton(wasHeld ? "Hold…" : "Resume…");
    }

    private UUID any(List<UUID> some) {
        return some.get(random.nextInt(some.size()));
    }
}
