package io.plumbline.demo;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.shared.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads the invented patients from a file, half of them for each clinic. Two are minors on any date. */
@Component
class DemoNewcomers {
    private static final String MINOR = "minor";
    private static final int MINOR_YEARS = 14;

    private static final List<String> RELATIVES =
            List.of("Robin", "Noa", "Sasha", "Kim", "Jules", "Andrea", "Toni", "Alex", "Mika", "Chris", "Sam");
    private static final List<String> RELATIONS = List.of("Spouse", "Sibling", "Partner", "Cousin");

    private final List<String[]> lines;

    DemoNewcomers(@Value("classpath:demo/patients.txt") Resource file) {
        try {
            lines = file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<PatientDraft> drafts(LocalDate today) {
        return IntStream.range(0, lines.size())
                .mapToObj(n -> draft(lines.get(n), n, today))
                .toList();
    }

    boolean isAtHarbour(int number) {
        return number < lines.size() / 2;
    }

    private PatientDraft draft(String[] line, int number, LocalDate today) {
        var isMinor = line[2].equals(MINOR);
        var born = isMinor
                ? today.minusYears(MINOR_YEARS).minusDays(40L + number)
                : LocalDate.ofYearDay(Integer.parseInt(line[2]), 1 + number * 37 % 365);
        return new PatientDraft(
                line[0],
                line[1],
                "",
                "",
                born,
                line[3],
                line[4],
                new PhoneNumber((isAtHarbour(number) ? "+148055501" : "+171855501") + (10 + number)),
                null,
                line[5],
                number % 3 == 0 ? "Recommended by a friend" : "",
                number % 2 == 0 ? emergency(line[1], number, isMinor) : PatientDraft.EmergencyContact.NONE,
                isMinor
                        ? new PatientDraft.Guardian(
                                "Vera " + line[1],
                                "Mother",
                                "+191455501" + (40 + number),
                                "Identity card and birth certificate")
                        : PatientDraft.Guardian.NONE,
                PatientReach.NONE);
    }

    /** Returns a family member as emergency contact, with a separate telephone number. */
    private PatientDraft.EmergencyContact emergency(String familyName, int number, boolean isMinor) {
        var relation = isMinor ? "Grandparent" : RELATIONS.get(number / 2 % RELATIONS.size());
        var phone = (isAtHarbour(number) ? "+152055501" : "+191455501") + (20 + number);
        return new PatientDraft.EmergencyContact(
                RELATIVES.get(number / 2 % RELATIVES.size()) + " " + familyName, relation, new PhoneNumber(phone));
    }
}
