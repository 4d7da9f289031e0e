package io.plumbline.leads.person;

import io.plumbline.shared.ids.LeadId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the answers to the safety questions of the public form, by lead and screening rule. */
@Repository
public class SafetyAnswerStore {
    private final JdbcClient jdbc;

    SafetyAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the safety answers of a new lead. */
    public void add(LeadId lead, Map<String, SafetyAnswer> answers) {
        answers.forEach((rule, answer) -> add(lead, rule, answer));
    }

    /** Adds the safety answers of a repeated request; a positive answer stays positive. */
    public void addAgain(LeadId lead, Map<String, SafetyAnswer> answers) {
        var before = findByLead(lead);
        answers.forEach((rule, answer) -> {
            if (before.get(rule) != SafetyAnswer.YES) {
                jdbc.sql("delete from lead_safety_answer where lead_id = ? and rule_id = ?")
                        .params(lead, rule)
                        .update();
                add(lead, rule, answer);
            }
        });
    }

    private void add(LeadId lead, String rule, SafetyAnswer answer) {
        jdbc.sql("insert into lead_safety_answer (lead_id, rule_id, answer) values (?, ?, ?)")
                .params(lead, rule, answer.code())
                .update();
    }

    /**
     * Returns the safety answers of a lead by rule. They are clinical: for those who treat the patient after
     * conversion.
     */
    public Map<String, SafetyAnswer> findByLead(LeadId lead) {
        var answers = new TreeMap<String, SafetyAnswer>();
        jdbc.sql("select rule_id, answer from lead_safety_answer where lead_id = ?")
                .param(lead)
                .query((row, n) -> answers.put(
                        row.getString("rule_id"),
                        SafetyAnswer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT))))
                .list();
        return answers;
    }
}
