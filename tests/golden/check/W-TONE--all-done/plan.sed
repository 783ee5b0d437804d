s/Agree the lettings policy./Hear all 40 tenants about the lettings policy./
