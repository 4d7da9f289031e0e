-- which leads became a patient, asked before an imported patient is removed
create index consultation_lead_converted on consultation_lead (converted_patient_id);
