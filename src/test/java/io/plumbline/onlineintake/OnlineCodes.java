package io.plumbline.onlineintake;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that the portal mailed to those who answer online intakes, and since when their addresses are known. */
public final class OnlineCodes {
    private OnlineCodes() {}

    /** Returns the code that was mailed last. */
    public static String mailed(JdbcClient jdbc, OnlineIntakeId intake) {
        return jdbc.sql("select body from outbox_mail where about = ? and template = 'one-time code'"
                        + " order by written_at desc, id desc limit 1")
                .param(Ids.bytes(intake.value()))
                .query(String.class)
                .single()
                .replaceAll("(?s).*\\n(\\d{6})\\n.*", "$1");
    }

    /** Makes the e-mail address of a patient one that has long been on record. */
    public static void addressIsKnown(JdbcClient jdbc, PatientId patient) {
        jdbc.sql("update patient set email_recorded_at = null where id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
    }
}
