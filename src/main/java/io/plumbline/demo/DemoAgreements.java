package io.plumbline.demo;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientAgreement.Way;
import io.plumbline.shared.signing.DrawnSignature;
import io.plumbline.shared.signing.DrawnSignature.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How demo patients agreed to their plans: verbally, on paper, or by a signature on the screen. */
final class DemoAgreements {
    private static final int LEFT = 70;
    private static final int LETTER = 24;
    private static final int POINTS_OF_LETTER = 6;
    private static final int LINE = 120;

    private DemoAgreements() {}

    static PatientAgreement of(String patientName, LocalDate on) {
        return switch (patientName.length() % 3) {
            case 0 -> PatientAgreement.of(Way.SIGNED, patientName, on, signature(patientName));
            case 1 -> PatientAgreement.of(Way.WRITTEN, patientName, on, null);
            default -> PatientAgreement.of(Way.VERBAL, patientName, on, null);
        };
    }

    /** Draws a loop for each letter, capitals higher than the others. */
    private static DrawnSignature signature(String name) {
        var points = new ArrayList<Point>();
        for (int step = 0; step < name.length() * POINTS_OF_LETTER; step++) {
            var letter = name.charAt(step / POINTS_OF_LETTER);
            var height = Character.isUpperCase(letter) ? 70 : 16 + letter % 5 * 5;
            var turn = 2 * Math.PI * step / POINTS_OF_LETTER;
            var x = LEFT + step * LETTER / POINTS_OF_LETTER + (int) (9 * Math.sin(turn));
            points.add(new Point(Math.min(x, DrawnSignature.WIDTH), LINE - (int) (height * (1 - Math.cos(turn)) / 2)));
        }
        return new DrawnSignature(List.of(points));
    }
}
