package io.plumbline.bench;

import io.plumbline.uidl.UidlTab;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The desk, which moves appointments to another time of their day. */
final class MoveWork implements CrashWork {
    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final UidlTab tab;
    private final String password;
    private final List<PreparedRecords.Ahead> ahead;
    private final Journal journal;
    private final Random random;
    private final Map<UUID, String> last = new HashMap<>();

    MoveWork(UidlTab tab, String password, List<PreparedRecords.Ahead> ahead, Journal journal, Random random) {
        this.tab = tab;
        this.password = password;
        this.ahead = ahead;
        this.journal = journal;
        this.random = random;
    }

    @Override
    public void begin() {
        tab.signIn("frontdesk", password);
        tab.open("schedule");
    }

    @Override
    public void next() {
        var appointment = ahead.get(random.nextInt(ahead.size()));
        tab.go("schedule?day=" + appointment.on() + "&appointment=" + appointment.id());
        tab.press("Move…");
        var free = tab.options("Free time").stream()
                .filter(time -> !time.equals(last.get(appointment.id())))
                .toList();
        CrashWork.require(!free.isEmpty(), "No time is free", tab.texts());
        var time = free.get(random.nextInt(free.size()));
        tab.choose("Free time", time);
        var asked = journal.ask(new Journal.AppointmentMoved(appointment.id(), read(time)));
        tab.press("Move");
        CrashWork.require(
                !tab.hasButton("Move") && tab.says("Moved: "), "The moved appointment is not shown", tab.texts());
        asked.acknowledged();
        last.put(appointment.id(), time);
    }

    private static LocalTime read(String time) {
        return time.endsWith("M") ? LocalTime.parse(time.replaceAll("\\h", " "), TWELVE_HOURS) : LocalTime.parse(time);
    }
}
