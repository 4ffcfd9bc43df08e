-- The project file of Quoth, version 3. Speakers have a colour of their own: '#rrggbb', or '' for one that the program gives.
ALTER TABLE speakers ADD COLUMN colour TEXT NOT NULL DEFAULT '' CHECK (colour = '' OR colour GLOB '#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]');
