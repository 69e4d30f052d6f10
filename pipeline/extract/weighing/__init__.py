"""What no clause says and the text around it means: readings weighed by many weak signs, with learnt weights."""
