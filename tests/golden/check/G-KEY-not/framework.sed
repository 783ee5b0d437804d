s/name="amber" word="Amber">Near\. \{rule\}</name="amber" word="Amber">Within 5% of the target.</
